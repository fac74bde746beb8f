// Signs as a program with iText 5 does: `java -cp itextpdf.jar:bcprov.jar:bcpkix.jar ITextSign.java IN OUT P12 PASSPHRASE`.
import com.itextpdf.text.Rectangle;
import com.itextpdf.text.pdf.*;
import com.itextpdf.text.pdf.security.*;
import java.io.*;
import java.security.*;

public class ITextSign {
  public static void main(String[] args) throws Exception {
    char[] passphrase = args[3].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[2])) { store.load(in, passphrase); }
    String alias = store.aliases().nextElement();
    PrivateKey key = (PrivateKey) store.getKey(alias, passphrase);
    PdfReader reader = new PdfReader(args[0]);
    try (FileOutputStream out = new FileOutputStream(args[1])) {
      PdfStamper stamper = PdfStamper.createSignature(reader, out, '\0', null, true);
      PdfSignatureAppearance look = stamper.getSignatureAppearance();
      look.setReason("Uji");
      look.setVisibleSignature(new Rectangle(36, 36, 200, 90), 1, "iText");
      ExternalSignature signer = new PrivateKeySignature(key, "SHA-256", null);
      MakeSignature.signDetached(
          look, new BouncyCastleDigest(), signer, store.getCertificateChain(alias), null, null, null, 0,
          MakeSignature.CryptoStandard.CADES);
    }
  }
}
