package io.weir.lists;

import java.io.IOException;
import java.util.Optional;

/** Reads a huge publication in a process of its own, whose heap {@link HugeFilesIT} chooses. */
final class HugeFileReading {
  private HugeFileReading() {}

  /** Runs with the id of a format and a number of bytes; throws when a number is wrong. */
  public static void main(String... args) throws IOException, ListRefused {
    ListFormat format = ListFormats.find(args[0]).orElseThrow();
    HugeFile file = HugeFile.of(args[0]);
    int entries = file.entries(Long.parseLong(args[1]));
    Publication publication =
        new ListReader(format, format.onlyList().orElseThrow(), Optional.empty())
            .read("huge", file.stream(entries));
    require("entries", file.objectsPerEntry() * entries, publication.entriesRead());
    require("addresses", entries / HugeFile.ENTRIES_PER_ADDRESS, publication.addresses());
  }

  private static void require(String what, int expected, int actual) {
    if (actual != expected) {
      throw new AssertionError(actual + " " + what + ", not " + expected);
    }
  }
}
