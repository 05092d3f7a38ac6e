package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * OFAC's {@code sdn_advanced.xml}, in every namespace it has had: the data model of the United
 * Nations, in which an address is a feature of a party. The file says of each entry on which list
 * it is; those of other lists than the SDN list are left out and reported.
 */
final class OfacSdnAdvancedXml implements ListFormat {
  private static final String ROOT = "Sanctions";
  private static final Pattern ROOT_TAG = Pattern.compile("<(?:[\\w.-]+:)?" + ROOT + "[\\s>/]");
  private static final Pattern END_TAG = Pattern.compile("</(?:[\\w.-]+:)?" + ROOT + "\\s*>$");

  @Override
  public String id() {
    return "ofac-sdn-advanced-xml";
  }

  @Override
  public String description() {
    return "OFAC's Specially Designated Nationals, sdn_advanced.xml";
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.of(OfacSdnXml.SDN);
  }

  @Override
  public boolean recognises(String head) {
    return ROOT_TAG.matcher(head).find();
  }

  @Override
  public boolean mayEndWith(String tail) {
    return END_TAG.matcher(tail).find();
  }

  @Override
  public Contents read(String name, InputStream file) throws IOException, ListRefused {
    XmlCursor xml = XmlCursor.open(name, file);
    requireWholeList(name, xml);
    OfacAdvancedList list = new OfacAdvancedList(name, xml);
    xml.children(list::read);
    xml.finish();
    return list.contents();
  }

  private static void requireWholeList(String name, XmlCursor xml) throws ListRefused {
    String at = name + ":" + xml.line();
    if (!xml.element().equals(ROOT)) {
      throw new ListRefused(
          Reason.NOT_THIS_FORMAT,
          at,
          "the root element is <"
              + xml.element()
              + ">, that of sdn_advanced.xml is <"
              + ROOT
              + ">. See 'weir lists formats' for what can be read.");
    }
    if (!xml.attribute("DeltaBaseVersion").isEmpty()) {
      throw new ListRefused(
          Reason.NOT_THIS_FORMAT,
          at,
          "tells only what changed since version "
              + xml.attribute("DeltaBaseVersion")
              + ". Fetch sdn_advanced.xml, the whole list.");
    }
  }
}
