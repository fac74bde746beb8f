// Signs as a program with OpenPDF does: `java -cp JARS OpenPdfSign.java IN OUT P12 PASSPHRASE`.
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.*;
import java.io.*;
import java.security.*;
import java.security.cert.Certificate;

public class OpenPdfSign {
  public static void main(String[] args) throws Exception {
    Security.addProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider());
    char[] passphrase = args[3].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[2])) { store.load(in, passphrase); }
    String alias = store.aliases().nextElement();
    PrivateKey key = (PrivateKey) store.getKey(alias, passphrase);
    try (FileOutputStream out = new FileOutputStream(args[1])) {
      PdfStamper stamper =
          PdfStamper.createSignature(new PdfReader(args[0]), out, '\0', null, true);
      PdfSignatureAppearance look = stamper.getSignatureAppearance();
      look.setCrypto(
          key, store.getCertificateChain(alias), null, PdfSignatureAppearance.WINCER_SIGNED);
      look.setReason("Uji");
      look.setVisibleSignature(new Rectangle(36, 36, 200, 90), 1, "OpenPDF");
      stamper.close();
    }
  }
}
