package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** The root element by which an XML format is known; its namespace does not count. */
final class XmlRoot {
  private final String element;
  private final String file;
  private final Pattern start;
  private final Pattern end;

  /**
   * @param file what has this root, for messages
   */
  XmlRoot(String element, String file) {
    this.element = element;
    this.file = file;
    start = Pattern.compile("<(?:[\\w.-]+:)?" + element + "[\\s>/]");
    end = Pattern.compile("</(?:[\\w.-]+:)?" + element + "\\s*>$");
  }

  /** Whether a file that begins like this has this root. */
  boolean begins(String head) {
    return start.matcher(head).find();
  }

  /** Whether a file that ends like this ends with this root. */
  boolean ends(String tail) {
    return end.matcher(tail).find();
  }

  /** Opens a document that must have this root, and stands at it. */
  XmlCursor open(String name, InputStream in) throws IOException, ListRefused {
    XmlCursor xml = XmlCursor.open(name, in);
    if (!xml.element().equals(element)) {
      throw new ListRefused(
          Reason.NOT_THIS_FORMAT,
          name + ":" + xml.line(),
          "the root element is <"
              + xml.element()
              + ">, that of "
              + file
              + " is <"
              + element
              + ">. See 'weir lists formats' for what can be read.");
    }
    return xml;
  }
}
