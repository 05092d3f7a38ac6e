package io.weir.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's documents, as tests read them. */
final class Pages {
  static final Path OPERATIONS = Path.of("docs", "operations.md");

  private static final Pattern ROW = Pattern.compile("\\| `?([^`|]+)`? \\|(.*)");

  private Pages() {}

  /** Every page of the project. */
  static List<Path> all() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> schemas = Files.list(Path.of("schemas"))) {
      return Stream.of(top, docs, schemas)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  /** A page without what stands between fences. */
  static String prose(Path page) throws IOException {
    return Files.readString(page).replaceAll("(?ms)^```.*?^```$", "");
  }

  /** The rows of the tables under a heading: what the first column names, and the rest. */
  static Map<String, String> rows(Path page, String heading) throws IOException {
    String text = Files.readString(page);
    int start = text.indexOf("\n## " + heading + "\n");
    if (start < 0) {
      throw new AssertionError(page + " has no heading '## " + heading + "'");
    }
    int end = text.indexOf("\n## ", start + 1);
    Map<String, String> rows = new TreeMap<>();
    text.substring(start, end < 0 ? text.length() : end)
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(row -> rows.put(row.group(1).strip(), row.group(2).strip()));
    return rows;
  }
}
