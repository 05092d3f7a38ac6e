package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import io.weir.lists.OfacAdvancedSanctions.Designation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one {@code sdn_advanced.xml} says, from its head to its end: the references first, then the
 * parties, then on which lists they are.
 */
final class OfacAdvancedList {
  private final String name;
  private final XmlCursor xml;
  private final OfacAdvancedReferences references = new OfacAdvancedReferences();
  private final List<OfacAdvancedParty> parties = new ArrayList<>();
  private final List<PublishedAddress> addresses = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private Optional<LocalDate> publishedOn = Optional.empty();
  private int entries;

  OfacAdvancedList(String name, XmlCursor xml) {
    this.name = name;
    this.xml = xml;
  }

  /** Reads the child of the root that the cursor stands at. */
  void read(String element) throws IOException, ListRefused {
    switch (element) {
      case "DateOfIssue" -> publishedOn = OfacAdvancedDate.read(xml);
      case "ReferenceValueSets" -> references.read(xml);
      case "DistinctParties" -> readParties();
      case "SanctionsEntries" -> readSanctions();
      default -> {}
    }
  }

  private void readParties() throws IOException, ListRefused {
    if (!references.declares(OfacAdvancedReferences.FEATURE_TYPE)) {
      throw malformed("<FeatureTypeValues>, by which an address is known, before its parties");
    }
    xml.children(
        element -> {
          if (element.equals("DistinctParty")) {
            entries++;
            OfacAdvancedParty party = OfacAdvancedParty.read(xml, references, notices);
            if (!party.ids().isEmpty()) {
              parties.add(party);
            }
          }
        });
  }

  private void readSanctions() throws IOException, ListRefused {
    Set<String> profiles = new HashSet<>();
    parties.stream().map(OfacAdvancedParty::profiles).forEach(profiles::addAll);
    OfacAdvancedSanctions sanctions = new OfacAdvancedSanctions(xml, references, profiles);
    sanctions.read();
    if (!sanctions.hasSdnList() && (sanctions.count() > 0 || !parties.isEmpty())) {
      throw new ListRefused(
          Reason.NOT_THIS_FORMAT,
          name,
          "has no entry of the SDN list; its entries are of "
              + (sanctions.lists().isEmpty() ? "no list" : String.join(", ", sanctions.lists()))
              + ". Fetch sdn_advanced.xml.");
    }
    parties.forEach(party -> add(party, sanctions));
    parties.clear();
  }

  private void add(OfacAdvancedParty party, OfacAdvancedSanctions sanctions) {
    List<Designation> designations = party.profiles().stream().map(sanctions::of).toList();
    Set<String> others = new TreeSet<>();
    designations.forEach(designation -> others.addAll(designation.otherLists()));
    if (!others.isEmpty() && designations.stream().noneMatch(Designation::mayBeOnSdnList)) {
      party
          .ids()
          .forEach(
              id ->
                  notices.add(
                      new Notice(
                          id.line(),
                          party.uid(),
                          id.number(),
                          Effect.LEFT_OUT,
                          "On another list than the SDN list: "
                              + String.join(", ", others)
                              + ".")));
      return;
    }
    note(party, designations);
    OfacEntry entry =
        new OfacEntry(
            party.uid(),
            party.names().primary(),
            designations.stream().map(Designation::programs).flatMap(Collection::stream).toList(),
            party.names().all(),
            designations.stream()
                .flatMap(designation -> designation.listedOn().stream())
                .min(LocalDate::compareTo));
    party.ids().forEach(id -> addresses.add(entry.address(id)));
  }

  private void note(OfacAdvancedParty party, List<Designation> designations) {
    if (party.uid().isEmpty()) {
      note(party, "The party has no FixedRef; loaded without an entry id.");
    }
    if (designations.stream().noneMatch(Designation::mayBeOnSdnList)) {
      note(party, "The party has no sanctions entry; loaded without programs and date.");
    } else if (designations.stream().allMatch(Designation::isOnUnnamedListAlone)) {
      note(party, "The sanctions entry names no list that the file declares; loaded as SDN.");
    }
  }

  private void note(OfacAdvancedParty party, String reason) {
    notices.add(
        new Notice(party.line(), party.uid(), party.names().primary(), Effect.LOADED, reason));
  }

  /** After the root: everything that was read. */
  Contents contents() throws ListRefused {
    if (publishedOn.isEmpty()) {
      throw new ListRefused(
          Reason.UNDATED,
          name,
          "has no readable <DateOfIssue>, so it cannot be told whether it is newer than the list"
              + " in force. Fetch the file again.");
    }
    if (!parties.isEmpty()) {
      throw malformed("<SanctionsEntries> after its parties");
    }
    return new Contents(publishedOn, entries, addresses, notices);
  }

  private ListRefused malformed(String missing) {
    return new ListRefused(Reason.MALFORMED, name, "has no " + missing + ". Fetch the file again.");
  }
}
