// What EU DSS says of PDF files: for each signature one line of tab-separated words. Nothing is fetched.
//   java -cp ... DssCheck.java TIME ANCHOR.der[,ANCHOR.der] FILE...
// The line: number of the file, indication, sub-indication, format, "intact" or "broken", what it found changed.
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

public class DssCheck {
  public static void main(String[] args) {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    for (String anchor : args[1].split(",")) {
      trusted.addCertificate(DSSUtils.loadCertificate(new File(anchor)));
    }
    for (int i = 2; i < args.length; i++) judge(i - 2, args[i], args[0], trusted);
  }

  private static void judge(
      int number, String file, String time, CommonTrustedCertificateSource trusted) {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    verifier.setAIASource(null);
    try {
      SignedDocumentValidator validator =
          SignedDocumentValidator.fromDocument(new FileDocument(file));
      if (validator instanceof PDFDocumentValidator pdf) pdf.setPdfObjFactory(withoutDrawing());
      validator.setCertificateVerifier(verifier);
      validator.setValidationTime(Date.from(Instant.parse(time)));
      Reports reports = validator.validateDocument();
      DiagnosticData data = reports.getDiagnosticData();
      if (data.getSignatures().isEmpty()) say(number, "NO_SIGNATURE", "", "", "", "");
      for (SignatureWrapper one : data.getSignatures()) {
        String id = one.getId();
        Object sub = reports.getSimpleReport().getSubIndication(id);
        say(
            number,
            String.valueOf(reports.getSimpleReport().getIndication(id)),
            sub == null ? "" : sub.toString(),
            String.valueOf(one.getSignatureFormat()),
            one.isSignatureIntact() ? "intact" : "broken",
            String.join(", ", changes(one)));
      }
    } catch (Throwable error) { // whatever a hostile file makes it throw
      say(number, "UNREADABLE", error.getClass().getSimpleName(), "", "", "");
    }
  }

  /** Pages drawn and compared differ by the stamp of the signature itself, so they tell nothing. */
  private static PdfBoxNativeObjectFactory withoutDrawing() {
    DefaultPdfDifferencesFinder finder = new DefaultPdfDifferencesFinder();
    finder.setMaximalPagesAmountForVisualComparison(0);
    PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
    factory.setPdfDifferencesFinder(finder);
    return factory;
  }

  private static List<String> changes(SignatureWrapper one) {
    List<String> found = new ArrayList<>();
    PDFRevisionWrapper pdf = one.getPDFRevision();
    if (pdf == null) return found;
    if (!pdf.isPdfSignatureDictionaryConsistent()) found.add("dictionary");
    if (!pdf.getPdfPageDifferenceConcernedPages().isEmpty()) found.add("pages");
    if (!pdf.getPdfAnnotationsOverlapConcernedPages().isEmpty()) found.add("overlap");
    if (!pdf.getPdfUndefinedChanges().isEmpty()) found.add("undefined");
    if (!pdf.getPdfAnnotationChanges().isEmpty()) found.add("annotations");
    if (!pdf.getPdfSignatureOrFormFillChanges().isEmpty()) found.add("form");
    if (!pdf.getPdfExtensionChanges().isEmpty()) found.add("extension");
    return found;
  }

  private static void say(int number, String... words) {
    System.out.println(number + "\t" + String.join("\t", words));
  }
}
