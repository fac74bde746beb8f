// Signs as a program with EU DSS does, PAdES-B-B: `java -cp CLASSPATH DssSign.java IN OUT P12 PASSPHRASE`.
import eu.europa.esig.dss.enumerations.*;
import eu.europa.esig.dss.model.*;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.*;
import java.security.*;
import java.security.cert.X509Certificate;

public class DssSign {
  public static void main(String[] args) throws Exception {
    char[] passphrase = args[3].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[2])) { store.load(in, passphrase); }
    String alias = store.aliases().nextElement();
    PAdESSignatureParameters parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(
        new CertificateToken((X509Certificate) store.getCertificate(alias)));
    PAdESService service = new PAdESService(new CommonCertificateVerifier());
    DSSDocument file = new FileDocument(args[0]);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign((PrivateKey) store.getKey(alias, passphrase));
    signature.update(service.getDataToSign(file, parameters).getBytes());
    SignatureValue value = new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
    service.signDocument(file, parameters, value).save(args[1]);
  }
}
