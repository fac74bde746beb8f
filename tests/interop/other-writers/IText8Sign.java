// Signs as a program with iText 8 does: `java -cp JARS IText8Sign.java IN OUT P12 PASSPHRASE`.
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.*;
import com.itextpdf.signatures.*;
import com.itextpdf.commons.bouncycastle.cert.*;
import com.itextpdf.bouncycastle.cert.*;
import java.io.*;
import java.security.*;

public class IText8Sign {
  public static void main(String[] args) throws Exception {
    Security.addProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider());
    char[] passphrase = args[3].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[2])) { store.load(in, passphrase); }
    String alias = store.aliases().nextElement();
    PrivateKey key = (PrivateKey) store.getKey(alias, passphrase);
    try (FileOutputStream out = new FileOutputStream(args[1])) {
      PdfSigner signer =
          new PdfSigner(new PdfReader(args[0]), out, new StampingProperties().useAppendMode());
      signer.setFieldName("Satu");
      signer.setPageNumber(1).setPageRect(new Rectangle(36, 36, 164, 54));
      signer.setReason("Uji");
      signer.signDetached(
          new BouncyCastleDigest(), new PrivateKeySignature(key, "SHA-256", "BC"),
          store.getCertificateChain(alias), null, null, null, 0,
          PdfSigner.CryptoStandard.CADES);
    }
  }
}
