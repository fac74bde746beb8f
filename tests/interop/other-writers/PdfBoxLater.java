// Changes a signed file as programs with Apache PDFBox do, in each of the ways that it writes by itself:
// `java -cp pdfbox-app.jar PdfBoxLater.java P12 PASSPHRASE IN FOLDER`, into FOLDER/CHANGE.pdf.
import java.io.*;
import java.security.*;
import java.security.cert.*;
import java.util.*;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.*;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.*;
import org.apache.pdfbox.pdmodel.interactive.form.*;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.*;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.*;

public class PdfBoxLater {
  interface Change { void make(PDDocument document) throws Exception; }
  static PrivateKey key;
  static X509Certificate certificate;

  static byte[] cms(InputStream content) throws IOException {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(key), certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded();
    } catch (GeneralSecurityException | CMSException | org.bouncycastle.operator.OperatorException e) {
      throw new IOException(e);
    }
  }

  static PDSignature signature() {
    PDSignature signature = new PDSignature();
    signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
    signature.setSignDate(Calendar.getInstance());
    return signature;
  }

  public static void main(String[] args) throws Exception {
    char[] passphrase = args[1].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[0])) { store.load(in, passphrase); }
    String alias = store.aliases().nextElement();
    key = (PrivateKey) store.getKey(alias, passphrase);
    certificate = (X509Certificate) store.getCertificate(alias);
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("information", document -> {
      document.getDocumentInformation().setTitle("Baru");
      document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
    });
    changes.put("metadata", document -> {
      PDMetadata metadata = new PDMetadata(document, new ByteArrayInputStream("<x/>".getBytes()));
      document.getDocumentCatalog().setMetadata(metadata);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    });
    changes.put("form filled in", document -> {
      PDField field = document.getDocumentCatalog().getAcroForm().getField("nama");
      field.setValue("Citra");
      field.getCOSObject().setNeedToBeUpdated(true);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    });
    changes.put("signed again", document -> document.addSignature(signature(), PdfBoxLater::cms));
    changes.put("empty field signed", document -> {
      PDSignature signature = signature();
      PDField field = document.getDocumentCatalog().getAcroForm().getField("pengesahan");
      field.getCOSObject().setItem(COSName.V, signature);
      field.getCOSObject().setNeedToBeUpdated(true);
      document.addSignature(signature, PdfBoxLater::cms);
    });
    for (var change : changes.entrySet()) {
      File output = new File(args[3], change.getKey() + ".pdf");
      try (var document = Loader.loadPDF(new File(args[2])); var out = new FileOutputStream(output)) {
        change.getValue().make(document);
        document.saveIncremental(out);
      }
    }
  }
}
