package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * OFAC's {@code sdn_advanced.xml}, in every namespace it has had: the data model of the United
 * Nations, in which an address is a feature of a party. The file says of each entry on which list
 * it is; those of other lists than the SDN list are left out and reported.
 */
final class OfacSdnAdvancedXml implements ListFormat {
  private static final XmlRoot ROOT = new XmlRoot("Sanctions", "sdn_advanced.xml");

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
    return ROOT.begins(head);
  }

  @Override
  public boolean mayEndWith(String tail) {
    return ROOT.ends(tail);
  }

  @Override
  public Contents read(String name, InputStream file) throws IOException, ListRefused {
    XmlCursor xml = ROOT.open(name, file);
    requireWholeList(name, xml);
    OfacAdvancedList list = new OfacAdvancedList(name, xml);
    xml.children(list::read);
    xml.finish();
    return list.contents();
  }

  private static void requireWholeList(String name, XmlCursor xml) throws ListRefused {
    if (!xml.attribute("DeltaBaseVersion").isEmpty()) {
      throw new ListRefused(
          Reason.NOT_THIS_FORMAT,
          name + ":" + xml.line(),
          "tells only what changed since version "
              + xml.attribute("DeltaBaseVersion")
              + ". Fetch sdn_advanced.xml, the whole list.");
    }
  }
}
