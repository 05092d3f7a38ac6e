package io.weir.domain;

import io.weir.address.Address;
import java.util.List;

/**
 * One decision of the user's own, as written down in a file.
 *
 * @param line in the file, from 1
 * @param address what it is about, as spelled there
 * @param name of whom the address is; a default when the file does not say
 * @param programs for the policy's rules; may be empty
 */
public record OverrideEntry(
    int line, Address address, String name, List<String> programs, ListOverride override) {
  public OverrideEntry {
    programs = List.copyOf(programs);
  }

  /** Stays the same when the entry is moved, spelled otherwise or given another reason. */
  public String entryId() {
    return Ids.override(override.effect(), address);
  }
}
