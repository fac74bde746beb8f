// Whether XML files keep to the schema of ETSI TS 119 102-2 V1.4.1, as EU DSS ships it: for each file a line
// "valid" or what the validator says. Nothing is fetched: schemas come from the jars of the class path.
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

public class SchemaCheck {
  private static final String SCHEMA = "/xsd/TS119102-2-v141.xsd";

  public static void main(String[] files) throws Exception {
    DOMImplementationLS ls =
        (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> {
          LSInput input = ls.createLSInput();
          input.setSystemId(systemId);
          String name = "/xsd/" + systemId.substring(systemId.lastIndexOf('/') + 1);
          InputStream found = SchemaCheck.class.getResourceAsStream(name);
          if (found != null) input.setByteStream(found);
          // The DTD of XML Schema itself, which says nothing of documents.
          else if (name.endsWith(".dtd")) input.setCharacterStream(new StringReader(""));
          else throw new IllegalStateException("no schema at hand: " + systemId);
          return input;
        });
    Schema schema =
        factory.newSchema(new StreamSource(SchemaCheck.class.getResourceAsStream(SCHEMA), SCHEMA));
    for (String file : files) {
      try {
        schema.newValidator().validate(new StreamSource(new File(file)));
        System.out.println("valid");
      } catch (SAXException error) {
        System.out.println(error.getMessage());
      }
    }
  }
}
