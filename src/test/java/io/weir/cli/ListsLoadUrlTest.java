package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static io.weir.sources.ScriptedServer.file;
import static io.weir.sources.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.sources.ScriptedServer;
import org.junit.jupiter.api.Test;

/** What is wrong with a download shows before a cluster is asked. */
class ListsLoadUrlTest {

  @Test
  void shouldEndWithACodeOfItsOwnWhenTheServerDoesNotGiveTheList() {
    try (ScriptedServer server = new ScriptedServer(status("404 Not Found"))) {
      CommandFixture load = weir("lists", "load", server.url("/sdn.xml?token=s3cret"));

      assertThat(load.exitCode()).isEqualTo(18);
      assertThat(load.err())
          .contains("/sdn.xml?token=hidden~", "status 404")
          .doesNotContain("s3cret");
      assertThat(server.requests()).singleElement().asString().contains("User-Agent: Weir");
    }
  }

  @Test
  void shouldRefuseAWebPageThatIsServedAsTheList() {
    try (ScriptedServer server = new ScriptedServer(file("<!DOCTYPE html><html></html>"))) {
      CommandFixture load =
          weir("lists", "load", "--format", "ofac-sdn-xml", server.url("/sdn.xml"));

      assertThat(load.exitCode()).isEqualTo(16);
      assertThat(load.err()).contains("is a web page, not a list");
    }
  }

  @Test
  void shouldTellTheFormatFromWhatItDownloaded() {
    try (ScriptedServer server = new ScriptedServer(file("something else"))) {
      CommandFixture load = weir("lists", "load", server.url("/sdn.xml"));

      assertThat(load.exitCode()).isEqualTo(16);
      assertThat(load.err()).contains("its beginning does not tell its format");
    }
  }

  @Test
  void shouldRefuseAUrlThatItDoesNotReadWithoutRepeatingIt() {
    CommandFixture load = weir("lists", "load", "ftp://user:s3cret@lists.example/sdn.xml");

    assertThat(load.exitCode()).isEqualTo(2);
    assertThat(load.err())
        .contains("The list to load is not an http or https URL")
        .doesNotContain("s3cret");
  }
}
