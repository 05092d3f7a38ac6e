package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A walk through an XML document that keeps nothing of it in memory. Elements go by their local
 * names, because the namespaces of published lists change. A document type is refused, so no entity
 * can be declared, fetched or expanded.
 */
final class XmlCursor {

  /** Far above the longest text of any list, so that a hostile one cannot fill the memory. */
  private static final int MAX_TEXT = 64 * 1024;

  /** Of a comment or an attribute; larger than what a parser reads ahead. */
  private static final int MAX_TOKEN = 1024 * 1024;

  /** No list nests its elements more than ten deep. */
  private static final int MAX_DEPTH = 100;

  private final String name;
  private final BoundedReader file;
  private final XMLStreamReader reader;
  private int depth;

  /** What to do with a child element; what it does not read of it is skipped. */
  interface Child {
    void read(String element) throws IOException, ListRefused;
  }

  /** What to do with a text. */
  interface Passage {

    /**
     * Reads one text.
     *
     * @param line where it begins, from 1
     */
    void read(int line, String text) throws IOException, ListRefused;
  }

  private XmlCursor(String name, BoundedReader file, XMLStreamReader reader) {
    this.name = name;
    this.file = file;
    this.reader = reader;
  }

  /** Opens a document and stands at its root element. */
  static XmlCursor open(String name, InputStream file) throws IOException, ListRefused {
    // The JDK's own, whatever other parser the class path may bring.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    BoundedReader text = new BoundedReader(Utf8.reader(file), MAX_TOKEN);
    try {
      XmlCursor cursor = new XmlCursor(name, text, factory.createXMLStreamReader(text));
      while (cursor.next() != XMLStreamConstants.START_ELEMENT) {
        // Comments and processing instructions before the root.
      }
      return cursor;
    } catch (XMLStreamException e) {
      throw refusal(name, e);
    }
  }

  /** The local name of the element it stands at. */
  String element() {
    return reader.getLocalName();
  }

  /** The file and the line it stands at, for messages. */
  String where() {
    return name + ":" + line();
  }

  /** The line it stands at, from 1. */
  int line() {
    return reader.getLocation().getLineNumber();
  }

  /** An attribute of the element it stands at, stripped; empty when it has none of this name. */
  String attribute(String name) {
    return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "").strip();
  }

  /** Reads the children of the element it stands at, up to the element's end. */
  void children(Child child) throws IOException, ListRefused {
    int parent = depth;
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        child.read(reader.getLocalName());
        skipTo(parent);
      } else if (event == XMLStreamConstants.END_ELEMENT && depth < parent) {
        return;
      }
    }
  }

  /** The text of the element it stands at, stripped; what is nested in it does not count. */
  String text() throws IOException, ListRefused {
    int own = depth;
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.END_ELEMENT && depth < own) {
        return text.toString().strip();
      }
      if (depth == own && reader.isCharacters()) {
        append(text);
      }
    }
  }

  /**
   * Reads every attribute and every text of the element it stands at and of all elements in it,
   * word for word. A text ends where a tag begins.
   */
  void passages(Passage passage) throws IOException, ListRefused {
    int own = depth;
    int line = line();
    StringBuilder text = new StringBuilder();
    attributes(passage);
    while (depth >= own) {
      int event = next();
      if (reader.isCharacters()) {
        append(text);
        continue;
      }
      boolean tag =
          event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT;
      if (tag) {
        passage.read(line, text.toString());
        text.setLength(0);
        line = line();
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        attributes(passage);
      }
    }
  }

  private void attributes(Passage passage) throws IOException, ListRefused {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String value = reader.getAttributeValue(i);
      requireLength(value.length());
      passage.read(line(), value);
    }
  }

  /** Reads to the document's end, so that what is wrong after the root is seen too. */
  void finish() throws IOException, ListRefused {
    int event = reader.getEventType();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      event = next();
    }
  }

  private void append(StringBuilder text) throws ListRefused {
    requireLength(text.length() + reader.getTextLength());
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private void requireLength(int characters) throws ListRefused {
    if (characters > MAX_TEXT) {
      throw tooLarge(name + ":" + line(), "a text of more than " + MAX_TEXT + " characters");
    }
  }

  private void skipTo(int parent) throws IOException, ListRefused {
    while (depth > parent) {
      next();
    }
  }

  private int next() throws IOException, ListRefused {
    file.restart();
    try {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD ->
            throw new ListRefused(
                Reason.FORBIDDEN_XML,
                name + ":" + line(),
                "declares a document type, which no published list does and which could"
                    + " pull in other files. Fetch the file again from the authority itself.");
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        throw tooLarge(name + ":" + line(), "elements more than " + MAX_DEPTH + " deep");
      }
      return event;
    } catch (XMLStreamException e) {
      throw refusal(name, e);
    }
  }

  private static ListRefused tooLarge(String where, String what) {
    return new ListRefused(
        Reason.TOO_LARGE, where, what + "; no list has that. Fetch the file again.");
  }

  private static ListRefused refusal(String name, XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof BoundedReader.TooLong) {
      return tooLarge(name, "a comment or attribute of more than a million characters");
    }
    if (e.getNestedException() instanceof IOException io) {
      throw io;
    }
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
    return new ListRefused(
        Reason.MALFORMED,
        name + ":" + line,
        "not well-formed XML" + detail(e) + ". Fetch the file again.",
        e);
  }

  /** The parser's own words, which come after a line with the position. */
  private static String detail(XMLStreamException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().strip();
    String words = message.substring(message.lastIndexOf('\n') + 1);
    return words.startsWith("Message: ")
        ? " (" + words.substring("Message: ".length()).replaceAll("\\.$", "") + ")"
        : "";
  }
}
