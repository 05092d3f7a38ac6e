package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.config.ConfigKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksContractTest {
  /** The target and the anchor of a link that does not leave the project. */
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern KEY =
      Pattern.compile("(?<![\\w./-])weir(?:\\.[a-z][a-z-]*)+(?:\\.\\*)?");
  private static final Pattern FILE_NAME = Pattern.compile("weir\\.(jar|properties)");

  static List<Path> pages() throws IOException {
    return Pages.all();
  }

  static List<Path> pagesOfToday() throws IOException {
    // What was decided or changed once may speak of keys that are gone.
    return Pages.all().stream()
        .filter(page -> !page.startsWith(Path.of("docs", "adr")) && !page.endsWith("CHANGELOG.md"))
        .toList();
  }

  @Test
  void shouldFindThePages() throws IOException {
    assertThat(Pages.all()).contains(Path.of("README.md"), Pages.OPERATIONS);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldLinkToWhatIsThere(Path page) throws IOException {
    List<String> broken = new ArrayList<>();
    for (MatchResult link : LINK.matcher(Pages.prose(page)).results().toList()) {
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
      if (!Files.exists(target) || (link.group(2) != null && !hasAnchor(target, link.group(2)))) {
        broken.add(link.group());
      }
    }

    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pagesOfToday")
  void shouldNameKeysThatExist(Path page) throws IOException {
    List<String> unknown =
        KEY.matcher(Files.readString(page))
            .results()
            .map(MatchResult::group)
            .filter(name -> !FILE_NAME.matcher(name).matches() && !isKnown(name))
            .toList();

    assertThat(unknown).isEmpty();
  }

  private static boolean isKnown(String name) {
    if (name.endsWith(".*")) {
      String prefix = name.substring(0, name.length() - 1);
      return ConfigKeys.DEFINITION.names().stream().anyMatch(key -> key.startsWith(prefix));
    }
    return ConfigKeys.DEFINITION.names().contains(name) || isMetric(name);
  }

  private static boolean isMetric(String name) {
    try {
      return Pages.rows(Pages.OPERATIONS, "Metrics").containsKey(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasAnchor(Path page, String anchor) throws IOException {
    return HEADING
        .matcher(Pages.prose(page))
        .results()
        .map(heading -> slug(heading.group(1)))
        .anyMatch(anchor::equals);
  }

  /** What a heading is called in an address: letters, digits and '-', in lower case. */
  private static String slug(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
