package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code weir lists load} says of a list in two files before it looks for a cluster. */
class ListCommentsTest {
  private static final String FIXTURES = "src/test/resources/fixtures/lists/";
  private static final String MAIN = FIXTURES + "identity-sdn.csv";
  private static final String COMMENTS = FIXTURES + "identity-sdn_comments.csv";

  @Test
  void shouldAskForTheCommentsWhenARemarkIsCut() {
    CommandFixture load = weir("lists", "load", MAIN);

    assertThat(load.exitCode()).isEqualTo(16);
    assertThat(load.err())
        .startsWith("identity-sdn.csv:5: the remarks of entry 29703 are cut at 1000 characters")
        .contains("--comments");
  }

  @Test
  void shouldReadBothFiles() {
    CommandFixture load = weir("lists", "load", MAIN, "--comments", COMMENTS);

    // Both files are fine, and there is no cluster.
    assertThat(load.exitCode()).isEqualTo(10);
    assertThat(load.err()).contains("kafka.bootstrap.servers").doesNotContain("sdn");
  }

  @Test
  void shouldRefuseCommentsForAFormatThatHasNone() {
    CommandFixture load = weir("lists", "load", FIXTURES + "sdn-small.xml", "--comments", COMMENTS);

    assertThat(load.exitCode()).isEqualTo(2);
    assertThat(load.err())
        .startsWith("The format ofac-sdn-xml is read from one file. Leave --comments out.");
  }

  @Test
  void shouldNameTheFileThatIsMissing() {
    CommandFixture load = weir("lists", "load", MAIN, "--comments", "absent.csv");

    assertThat(load.exitCode()).isEqualTo(16);
    assertThat(load.err()).startsWith("There is no file absent.csv");
  }
}
