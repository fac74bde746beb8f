/* A PKCS#11 module with one planted fault: SoftHSM2 with single functions replaced, chosen by the
 * variable PENA_FAULT. Everything else is SoftHSM's own doing, so that a fault meets real behaviour.
 *
 *   sign-crash, sign-hang, sign-removed, sign-wrong, sign-length   what C_Sign does, from the start or
 *                        after PENA_FAULT_AFTER good signatures
 *   login-crash, login-hang, login-general                          what C_Login does
 *   list-crash, list-hang, value-length                             while certificates are read
 *   load-crash, initialize-error                                    at the very start
 *   slots-many, slots-none-such, slots-grow     how many slots C_GetSlotList tells of: 2^31 - 1; 64 that are not
 *                        there; more at the second call than at the first
 *   slots-twice          C_GetSlotList names every slot twice
 *   prints               a megabyte to stdout and to stderr, whenever a token is read
 *   serial-empty         every token's serial number is blank
 *   sign-flood           takes 64 MB more every 20 ms, and touches it
 *   locks                3 wrong PINs: count low, final try, locked; the count is kept in a file
 *   pin-pad              CKF_PROTECTED_AUTHENTICATION_PATH; the "reader" types the right PIN
 *   pin-pad-cancel       the same, but the person presses the cancel key
 *   first-pin            the PIN is still its issuer's (CKF_USER_PIN_TO_BE_CHANGED), until C_SetPIN has changed it
 *   always-authenticate  CKA_ALWAYS_AUTHENTICATE is true for every private key
 *
 * Where PENA_FAULT is `file`, the fault's name is what stands in the file PENA_FAULT_FILE at that moment.
 * Where BUILT_IN is defined, variables that are not there come from its lines: the program hands its hosts
 * no variable that it does not know.
 * PENA_FAULT_BASE names SoftHSM's library, PENA_FAULT_PIN the PIN behind pin-pad, PENA_FAULT_STATE
 * the file with the count of wrong PINs, PENA_FAULT_LOG a file that gets one line a login.
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CK_PTR *
#define CK_DEFINE_FUNCTION(returnType, name) returnType name
#define CK_DECLARE_FUNCTION(returnType, name) returnType name
#define CK_DECLARE_FUNCTION_POINTER(returnType, name) returnType(*name)
#define CK_CALLBACK_FUNCTION(returnType, name) returnType(*name)
#ifndef NULL_PTR
#define NULL_PTR 0
#endif
#include "pkcs11.h"

static CK_FUNCTION_LIST_PTR base;
static CK_FUNCTION_LIST faulty;

/* Of a key with CKA_ALWAYS_AUTHENTICATE: whether this signature has had its own login. */
static int context_login;

#ifdef BUILT_IN
__attribute__((constructor)) static void take_built_in(void) {
  char text[] = BUILT_IN;
  for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
    char *value = strchr(line, '=');
    *value++ = 0;
    setenv(line, value, 0);
  }
}
#endif

static int fault(const char *name) {
  char written[32] = "";
  const char *chosen = getenv("PENA_FAULT");
  if (chosen != NULL && strcmp(chosen, "file") == 0) {
    FILE *file = fopen(getenv("PENA_FAULT_FILE"), "r");
    if (file == NULL) return 0;
    if (fscanf(file, "%31s", written) != 1) written[0] = 0;
    fclose(file);
    chosen = written;
  }
  return chosen != NULL && strcmp(chosen, name) == 0;
}

static int signatures_made;
static int first_pin_changed;

static int good_signatures(void) {
  const char *after = getenv("PENA_FAULT_AFTER");
  return after == NULL ? 0 : atoi(after);
}

static void crash(void) { *(volatile int *)1 = 0; }

static void hang(void) {
  for (;;) sleep(1000);
}

static void flood(void) {
  const size_t step = (size_t)64 << 20;
  /* An end, should nobody stop it: 4 GB would take the computer along. */
  for (int round = 0; round < 64; round++) {
    char *taken = malloc(step);
    if (taken != NULL) memset(taken, 1, step);
    usleep(20000);
  }
  hang();
}

static int wrong_pins(void) {
  int count = 0;
  FILE *file = fopen(getenv("PENA_FAULT_STATE"), "r");
  if (file == NULL) return 0;
  if (fscanf(file, "%d", &count) != 1) count = 0;
  fclose(file);
  return count;
}

static void set_wrong_pins(int count) {
  FILE *file = fopen(getenv("PENA_FAULT_STATE"), "w");
  fprintf(file, "%d", count);
  fclose(file);
}

static void log_login(CK_USER_TYPE user, CK_ULONG length) {
  const char *path = getenv("PENA_FAULT_LOG");
  FILE *file = path == NULL ? NULL : fopen(path, "a");
  if (file == NULL) return;
  fprintf(file, "user %lu, %lu bytes\n", user, length);
  fclose(file);
}

static CK_RV initialize(CK_VOID_PTR arguments) {
  if (fault("initialize-error")) return CKR_DEVICE_ERROR;
  return base->C_Initialize(arguments);
}

static CK_RV get_slot_list(CK_BBOOL present, CK_SLOT_ID_PTR slots, CK_ULONG_PTR count) {
  CK_ULONG room = *count;
  if (fault("slots-twice")) *count = room / 2;
  CK_RV result = base->C_GetSlotList(present, slots, count);
  if (result != CKR_OK) return result;
  if (fault("slots-many")) *count = 0x7fffffff;
  if (fault("slots-grow") && slots != NULL_PTR) *count = room + 1000;
  if (fault("slots-twice")) {
    for (CK_ULONG i = 0; slots != NULL_PTR && i < *count; i++) slots[*count + i] = slots[i];
    *count *= 2;
  }
  if (fault("slots-none-such")) {
    *count = 64;
    for (CK_ULONG i = 0; slots != NULL_PTR && i < room; i++) slots[i] = 0xdead0000 + i;
  }
  return CKR_OK;
}

static void print_much(void) {
  for (int line = 0; line < 1 << 14; line++) {
    puts("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde");
    fputs("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\n", stderr);
  }
  fflush(stdout);
}

static CK_RV get_token_info(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info) {
  if (fault("prints")) print_much();
  CK_RV result = base->C_GetTokenInfo(slot, info);
  if (result != CKR_OK) return result;
  if (fault("serial-empty")) memset(info->serialNumber, ' ', sizeof info->serialNumber);
  if (fault("pin-pad") || fault("pin-pad-cancel")) {
    info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
  }
  if (fault("first-pin") && !first_pin_changed) info->flags |= CKF_USER_PIN_TO_BE_CHANGED;
  if (fault("locks")) {
    int count = wrong_pins();
    info->flags &= ~(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED);
    if (count == 1) info->flags |= CKF_USER_PIN_COUNT_LOW;
    if (count == 2) info->flags |= CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY;
    if (count >= 3) info->flags |= CKF_USER_PIN_LOCKED;
  }
  return CKR_OK;
}

static CK_RV set_pin(CK_SESSION_HANDLE session, CK_UTF8CHAR_PTR old, CK_ULONG old_length,
                     CK_UTF8CHAR_PTR next, CK_ULONG next_length) {
  CK_RV result = base->C_SetPIN(session, old, old_length, next, next_length);
  if (result == CKR_OK) first_pin_changed = 1;
  return result;
}

static CK_RV login_counted(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin,
                           CK_ULONG length) {
  if (wrong_pins() >= 3) return CKR_PIN_LOCKED;
  CK_RV result = base->C_Login(session, user, pin, length);
  if (result == CKR_PIN_INCORRECT) {
    set_wrong_pins(wrong_pins() + 1);
    if (wrong_pins() >= 3) return CKR_PIN_LOCKED;
  }
  if (result == CKR_OK) set_wrong_pins(0);
  return result;
}

static CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin,
                   CK_ULONG length) {
  log_login(user, length);
  if (fault("login-crash")) crash();
  if (fault("login-hang")) hang();
  if (fault("login-general")) return CKR_FUNCTION_FAILED;
  if (fault("pin-pad-cancel")) return CKR_FUNCTION_CANCELED;
  if (fault("pin-pad")) {
    char *typed = getenv("PENA_FAULT_PIN");
    if (length != 0) return CKR_ARGUMENTS_BAD;
    return base->C_Login(session, user, (CK_UTF8CHAR_PTR)typed, strlen(typed));
  }
  if (user == CKU_CONTEXT_SPECIFIC) {
    /* SoftHSM knows no context-specific login: its PIN is compared here. */
    context_login = length > 0 && strncmp((char *)pin, getenv("PENA_FAULT_PIN"), length) == 0;
    return context_login ? CKR_OK : CKR_PIN_INCORRECT;
  }
  if (fault("locks")) return login_counted(session, user, pin, length);
  return base->C_Login(session, user, pin, length);
}

static CK_RV find_objects(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE_PTR objects, CK_ULONG max,
                          CK_ULONG_PTR count) {
  if (fault("list-crash")) crash();
  if (fault("list-hang")) hang();
  return base->C_FindObjects(session, objects, max, count);
}

static CK_RV get_attribute_value(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object,
                                 CK_ATTRIBUTE_PTR template, CK_ULONG count) {
  static CK_BBOOL yes = CK_TRUE;
  if (count == 1 && template->type == CKA_ALWAYS_AUTHENTICATE && fault("always-authenticate")) {
    if (template->pValue != NULL_PTR) memcpy(template->pValue, &yes, sizeof yes);
    template->ulValueLen = sizeof yes;
    return CKR_OK;
  }
  CK_RV result = base->C_GetAttributeValue(session, object, template, count);
  if (count == 1 && template->type == CKA_VALUE && fault("value-length")) {
    template->ulValueLen = (CK_ULONG)1 << 60;
  }
  return result;
}

static CK_RV sign_init(CK_SESSION_HANDLE session, CK_MECHANISM_PTR mechanism, CK_OBJECT_HANDLE key) {
  context_login = 0;
  return base->C_SignInit(session, mechanism, key);
}

static CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE_PTR data, CK_ULONG length,
                  CK_BYTE_PTR signature, CK_ULONG_PTR signature_length) {
  if (signatures_made < good_signatures()) {
    CK_RV good = base->C_Sign(session, data, length, signature, signature_length);
    if (good == CKR_OK && signature != NULL_PTR) signatures_made++;
    return good;
  }
  if (fault("sign-crash")) crash();
  if (fault("sign-hang")) hang();
  if (fault("sign-flood")) flood();
  if (fault("sign-removed")) return CKR_DEVICE_REMOVED;
  if (fault("always-authenticate") && !context_login) return CKR_USER_NOT_LOGGED_IN;
  CK_RV result = base->C_Sign(session, data, length, signature, signature_length);
  if (result == CKR_OK && fault("sign-wrong")) signature[0] ^= 1;
  if (result == CKR_OK && fault("sign-length")) *signature_length = 0x7fffffff;
  return result;
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list) {
  if (fault("load-crash")) crash();
  void *library = dlopen(getenv("PENA_FAULT_BASE"), RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return CKR_GENERAL_ERROR;
  CK_C_GetFunctionList get = (CK_C_GetFunctionList)dlsym(library, "C_GetFunctionList");
  CK_RV result = get(&base);
  if (result != CKR_OK) return result;
  faulty = *base;
  faulty.C_GetFunctionList = C_GetFunctionList;
  faulty.C_Initialize = initialize;
  faulty.C_GetSlotList = get_slot_list;
  faulty.C_GetTokenInfo = get_token_info;
  faulty.C_SetPIN = set_pin;
  faulty.C_Login = login;
  faulty.C_FindObjects = find_objects;
  faulty.C_GetAttributeValue = get_attribute_value;
  faulty.C_SignInit = sign_init;
  faulty.C_Sign = sign;
  *list = &faulty;
  return CKR_OK;
}
