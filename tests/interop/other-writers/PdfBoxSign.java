// Signs as a program with Apache PDFBox does: `java -cp pdfbox-app.jar PdfBoxSign.java IN OUT P12 PASSPHRASE`.
import java.io.*;
import java.security.*;
import java.security.cert.*;
import java.util.*;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.*;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.*;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.*;

public class PdfBoxSign {
  public static void main(String[] args) throws Exception {
    char[] passphrase = args[3].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[2])) { store.load(in, passphrase); }
    String alias = store.aliases().nextElement();
    PrivateKey key = (PrivateKey) store.getKey(alias, passphrase);
    X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
    PDSignature signature = new PDSignature();
    signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
    signature.setName("PDFBox");
    signature.setSignDate(Calendar.getInstance());
    SignatureInterface signer = content -> {
      try {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(key), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded();
      } catch (Exception e) {
        throw new IOException(e);
      }
    };
    try (var document = Loader.loadPDF(new File(args[0])); var out = new FileOutputStream(args[1])) {
      document.addSignature(signature, signer);
      document.saveIncremental(out);
    }
  }
}
