package io.weir.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schema files, today's and the archived ones, with the types they take from one another. */
final class SchemaFiles {
  /** A record stands behind those it refers to: the parser must know their names by then. */
  static final List<String> RECORDS =
      List.of(
          "Transfer",
          "Listing",
          "Hit",
          "SanctionedAddress",
          "Alert",
          "ListManifest",
          "ListEvent",
          "ListingChange",
          "KnownAddress",
          "LookbackReport");

  private static final Path FOLDER = Path.of("schemas");
  private static final Path ARCHIVE = FOLDER.resolve("archive");

  private SchemaFiles() {}

  /** Today's schema of a record. */
  static Schema today(String record) {
    Schema.Parser parser = new Schema.Parser();
    Map<String, Schema> parsed = new HashMap<>();
    for (String name : RECORDS) {
      parsed.put(name, parse(parser, FOLDER.resolve(name + ".avsc")));
    }
    return parsed.get(record);
  }

  /** The names of the records that have a file today. */
  static List<String> onFile() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".avsc"))
          .map(name -> name.substring(0, name.length() - ".avsc".length()))
          .toList();
    }
  }

  /** The versions of a record that were ever published, from 1. */
  static List<Integer> versions(String record) {
    try (Stream<Path> files = Files.list(ARCHIVE.resolve(record))) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("^v|\\.avsc$", ""))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An archived schema, with the types it refers to as they were then. */
  static Schema archived(String record, int version) {
    Schema.Parser parser = new Schema.Parser();
    Map<String, Schema> parsed = new HashMap<>();
    for (String name : RECORDS) {
      versions(name).stream()
          .filter(candidate -> candidate <= version)
          .max(Comparator.naturalOrder())
          .ifPresent(
              then ->
                  parsed.put(name, parse(parser, ARCHIVE.resolve(name + "/v" + then + ".avsc"))));
    }
    return parsed.get(record);
  }

  private static Schema parse(Schema.Parser parser, Path file) {
    try {
      return parser.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
