// Changes a signed file as programs with iText 8 do: `java -cp JARS IText8Later.java P12 PASSPHRASE IN FOLDER`, into
// FOLDER/CHANGE.pdf.
import com.itextpdf.forms.fields.PdfFormCreator;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.*;
import com.itextpdf.kernel.pdf.annot.PdfTextAnnotation;
import com.itextpdf.signatures.*;
import java.io.*;
import java.security.*;
import java.util.*;

public class IText8Later {
  interface Change { void make(PdfDocument document) throws Exception; }

  public static void main(String[] args) throws Exception {
    Security.addProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider());
    char[] passphrase = args[1].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[0])) { store.load(in, passphrase); }
    String alias = store.aliases().nextElement();
    PrivateKey key = (PrivateKey) store.getKey(alias, passphrase);
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("information", document -> document.getDocumentInfo().setTitle("Baru"));
    changes.put("form filled in", document ->
        PdfFormCreator.getAcroForm(document, false).getField("nama").setValue("Citra"));
    changes.put("note", document ->
        document.getPage(1).addAnnotation(
            new PdfTextAnnotation(new Rectangle(500, 700, 20, 20)).setContents("Halo")));
    StampingProperties append = new StampingProperties().useAppendMode();
    for (var change : changes.entrySet()) {
      File output = new File(args[3], change.getKey() + ".pdf");
      try (PdfDocument document =
          new PdfDocument(new PdfReader(args[2]), new PdfWriter(output), append)) {
        change.getValue().make(document);
      }
    }
    for (String field : List.of("", "pengesahan")) {
      String name = field.isEmpty() ? "signed again" : "empty field signed";
      try (FileOutputStream out = new FileOutputStream(new File(args[3], name + ".pdf"))) {
        PdfSigner signer = new PdfSigner(new PdfReader(args[2]), out, append);
        if (!field.isEmpty()) signer.setFieldName(field);
        signer.signDetached(
            new BouncyCastleDigest(), new PrivateKeySignature(key, "SHA-256", "BC"),
            store.getCertificateChain(alias), null, null, null, 0,
            PdfSigner.CryptoStandard.CADES);
      }
    }
  }
}
