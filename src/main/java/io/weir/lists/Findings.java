package io.weir.lists;

import java.util.List;
import java.util.Optional;

/**
 * What a search of a text found.
 *
 * @param found addresses
 * @param suspects what looks like an address and is not proved to be one
 */
record Findings(List<Found> found, List<Suspect> suspects) {
  Findings {
    found = List.copyOf(found);
    suspects = List.copyOf(suspects);
  }

  /**
   * An address in the text.
   *
   * @param start index in the text
   * @param end index behind it
   * @param address as it reads, repaired if need be
   * @param label the asset that the text files it under; empty when it says none
   * @param repair what was wrong with the published spelling, as a part of a sentence; empty when
   *     the address stands in the text as it is
   */
  record Found(int start, int end, String address, String label, Optional<String> repair) {

    Found withLabel(String other) {
      return new Found(start, end, address, other, repair);
    }
  }

  /**
   * What looks like an address.
   *
   * @param start index in the text
   * @param end index behind it
   * @param reason why it is not taken for one, in a sentence
   * @param suggestion what it may be instead, in a sentence; empty when nothing explains it
   */
  record Suspect(int start, int end, String reason, Optional<String> suggestion) {

    /** All there is to say. */
    String explanation() {
      return suggestion.map(other -> reason + " " + other).orElse(reason);
    }
  }
}
