package io.weir.sources;

import static io.weir.sources.ScriptedServer.file;
import static io.weir.sources.ScriptedServer.status;
import static io.weir.sources.SyncBed.LIST;
import static io.weir.sources.SyncBed.addresses;
import static io.weir.sources.SyncBed.csv;
import static io.weir.sources.SyncBed.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Refusal;
import io.weir.lists.ListId;
import io.weir.sources.ListTarget.Change;
import io.weir.sources.SyncResult.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SourceSyncTest {
  private static final String ETAG = "ETag: \"v1\"";

  @TempDir Path folder;
  private SyncBed bed;

  @BeforeEach
  void open() {
    bed = new SyncBed(folder);
  }

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void shouldPublishWhatItFinds() throws Exception {
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(3)), ETAG))) {
      SyncResult result = bed.sync.sync(source(server));

      assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
      assertThat(result.change()).isEqualTo(new Change(3, 0, 0));
      assertThat(bed.target.inForce(LIST).orElseThrow().source().uri())
          .isEqualTo(server.url("/watch.csv?token=hidden~1ec1"));
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void shouldBeContentWithTheWordThatNothingChanged() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(file(csv(addresses(3)), ETAG), status("304 Not Modified"))) {
      bed.sync.sync(source(server));
      SyncResult result = bed.sync.sync(source(server));

      assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(server.requests()).last().asString().contains("If-None-Match: \"v1\"");
      assertThat(bed.target.written).containsExactly("load 3", "confirm \"v1\"");
    }
  }

  @Test
  void shouldWriteDownThatItLookedWhenTheBytesAreTheSame() throws Exception {
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(3))))) {
      bed.sync.sync(source(server));
      SyncResult result = bed.sync.sync(source(server));

      assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(server.requests()).last().asString().doesNotContain("If-");
      assertThat(bed.target.written).containsExactly("load 3", "load 3");
    }
  }

  /** The list in force is not what the file would make of it. */
  @Test
  void shouldReadAgainWhatSomebodyElseHasChanged() throws Exception {
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(3)), ETAG))) {
      bed.sync.sync(source(server));
      bed.target.damage(LIST);
      bed.sync.sync(source(server));

      assertThat(server.requests()).last().asString().doesNotContain("If-");
    }
  }

  /** A newer one may see more in the same bytes, and so may another format. */
  @ParameterizedTest
  @ValueSource(strings = {"0.0.1 csv", "built from classes ofac-sdn-xml", ""})
  void shouldReadAgainWhatWasReadOtherwise(String reader) throws Exception {
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(3)), ETAG))) {
      bed.sync.sync(source(server));
      bed.target.readBy(LIST, reader);
      bed.sync.sync(source(server));

      assertThat(server.requests()).last().asString().doesNotContain("If-");
    }
  }

  @Test
  void shouldReadAgainWhenTheSourceIsAnother() throws Exception {
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(3)), ETAG))) {
      bed.sync.sync(source(server));
      bed.sync.sync(source(new Place.OnServer(SourceUrl.parse(server.url("/watch.csv?token=b")))));

      assertThat(server.requests()).last().asString().doesNotContain("If-");
    }
  }

  @Test
  void shouldKeepTheListInForceWhenThePublicationIsRefused() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(file(csv(addresses(100))), file(csv(addresses(2)), ETAG))) {
      bed.sync.sync(source(server));
      SyncResult result = bed.sync.sync(source(server));

      assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(result.reason()).contains("SHRUNK");
      assertThat(result.message().orElseThrow()).contains("98 of 100").doesNotContain("s3cret");
      assertThat(bed.target.addresses(LIST)).isEqualTo(100);
      assertThat(bed.target.refusals)
          .singleElement()
          .isEqualTo(
              new Refusal(
                  SyncBed.CLOCK.instant(),
                  "SHRUNK",
                  result.message().orElseThrow(),
                  server.url("/watch.csv?token=hidden~1ec1")));
    }
  }

  @Test
  void shouldRefuseAWebPageThatIsServedAsTheList() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(file("<!DOCTYPE html><html><body>Sorry</body></html>"))) {
      SyncResult result = bed.sync.sync(source(server));

      assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(result.reason()).contains("NOT_THIS_FORMAT");
      assertThat(bed.target.refusals).hasSize(1);
    }
  }

  @Test
  void shouldCallAFileThatIsTooLargeRefused() throws Exception {
    try (ScriptedServer server = new ScriptedServer(file("x".repeat(70_000)))) {
      SyncResult result = bed.sync.sync(source(server));

      assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(result.reason()).contains("TOO_LARGE");
      assertThat(bed.target.refusals).hasSize(1);
    }
  }

  @Test
  void shouldRefuseOtherBytesThanTheAuthorityGivesAHashOf() throws Exception {
    // Of the text "other", as sha256sum gives it.
    String hash = "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa";
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(1))));
        ScriptedServer hashes = new ScriptedServer(file(hash + "  watch.csv\n"))) {
      SyncResult result = bed.sync.sync(hashed(server, hashes));

      assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(result.reason()).contains("SHA256_MISMATCH");
    }
  }

  @Test
  void shouldTakeTheBytesThatTheAuthorityGivesAHashOf() throws Exception {
    String text = csv(addresses(1));
    // As sha256sum gives it for the header and the one row.
    String hash = "36E9ACF193DFD10F2EE1973157F1A009861E2EE0A6F0C51BB0233B49B64D8663";
    try (ScriptedServer server = new ScriptedServer(file(text));
        ScriptedServer hashes = new ScriptedServer(file(hash))) {
      assertThat(bed.sync.sync(hashed(server, hashes)).outcome()).isEqualTo(Outcome.PUBLISHED);
    }
  }

  @Test
  void shouldNotPublishWithoutTheHashItMustHave() throws Exception {
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(1))));
        ScriptedServer hashes = new ScriptedServer(file("<html>"))) {
      SyncResult result = bed.sync.sync(hashed(server, hashes));

      assertThat(result.outcome()).isEqualTo(Outcome.NOT_FETCHED);
      assertThat(bed.target.written).isEmpty();
    }
  }

  @Test
  void shouldReadAFileOfThisMachine() throws Exception {
    Path file = Files.writeString(folder.resolve("kr.csv"), csv(addresses(2)));

    assertThat(bed.sync.sync(source(new Place.OnDisk(file))).change())
        .isEqualTo(new Change(2, 0, 0));
    assertThat(bed.target.inForce(LIST).orElseThrow().source().uri()).isEqualTo("kr.csv");
  }

  @Test
  void shouldReadAFileTogetherWithTheOneItGoesOnIn() throws Exception {
    // The address of the first entry goes on in the second file.
    String sdn =
        "1,\"FIRST\",\"individual\",\"CYBER2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
            + "\"Digital Currency Address - ETH 0x098B716B8Aaf21512996dC57\"\n";
    String comments = "1,\"EB0615e2383E2f96.\"\n";
    try (ScriptedServer server = new ScriptedServer(file(sdn, ETAG));
        ScriptedServer second = new ScriptedServer(file(comments))) {
      ListSource source =
          SyncBed.ofTwoFiles(server.url("/sdn.csv"), second.url("/sdn_comments.csv"));

      assertThat(bed.sync.sync(source).change()).isEqualTo(new Change(1, 0, 0));
      assertThat(bed.sync.sync(source).outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(second.requests()).hasSize(2);
    }
  }

  @Test
  void shouldSayThatThereIsNoSuchFile() throws Exception {
    SyncResult result = bed.sync.sync(source(new Place.OnDisk(folder.resolve("no.csv"))));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_FETCHED);
    assertThat(result.message())
        .contains("no.csv: there is no file " + folder.resolve("no.csv") + ".");
    assertThat(bed.target.refusals).isEmpty();
  }

  @Test
  void shouldSayThatTheClusterDidNotAnswer() throws Exception {
    bed.target.goAway();
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(1))))) {
      SyncResult result = bed.sync.sync(source(server));

      assertThat(result.outcome()).isEqualTo(Outcome.NOT_TAKEN);
      assertThat(result.message()).contains("The cluster is away.");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void shouldLookForTheOthersWhenOneFails() throws Exception {
    ListId other = new ListId("OWN", "OTHER");
    try (ScriptedServer good = new ScriptedServer(file(csv(addresses(2))));
        ScriptedServer bad = new ScriptedServer(status("500 Internal Server Error"))) {
      List<SyncResult> results =
          SyncRound.of(List.of(SyncBed.as(other, source(bad)), source(good)), bed.sync);

      assertThat(results)
          .extracting(SyncResult::outcome)
          .containsExactly(Outcome.NOT_FETCHED, Outcome.PUBLISHED);
      assertThat(results.get(0).reason()).contains("SERVER_BUSY");
    }
  }

  private static ListSource hashed(ScriptedServer server, ScriptedServer hashes) {
    ListSource plain = source(server);
    return new ListSource(
        plain.list(),
        plain.format(),
        plain.place(),
        plain.comments(),
        Optional.of(SourceUrl.parse(hashes.url("/watch.csv.sha256"))),
        plain.every(),
        plain.maxAge(),
        plain.route(),
        plain.enabled());
  }
}
