package io.weir.sources;

import static io.weir.sources.ScriptedServer.beginning;
import static io.weir.sources.ScriptedServer.bytes;
import static io.weir.sources.ScriptedServer.file;
import static io.weir.sources.ScriptedServer.gzipped;
import static io.weir.sources.ScriptedServer.hangUp;
import static io.weir.sources.ScriptedServer.redirect;
import static io.weir.sources.ScriptedServer.silence;
import static io.weir.sources.ScriptedServer.status;
import static io.weir.sources.ScriptedServer.trickle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.sources.FetchFailed.Reason;
import io.weir.sources.ScriptedServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTest {
  private static final int MAX_BYTES = 64 * 1024;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final FetchLimits LIMITS = limits(LONG, LONG);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-11-04T12:00:00Z"), ZoneOffset.UTC);
  private static final Validators KNOWN =
      new Validators(Optional.of("\"v1\""), Optional.of("Tue, 04 Nov 2025 10:00:00 GMT"));

  @TempDir Path folder;

  @AfterEach
  void shouldLeaveNoFileBehind() {
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldGiveTheFileAndWhatToAskWithTheNextTime() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            file("<sdnList/>", "ETag: \"v1\"", "Last-Modified: " + KNOWN.lastModified().get()))) {
      assertThat(text(server, Validators.NONE)).isEqualTo("<sdnList/>");

      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("User-Agent: Weir/1", "Accept-Encoding: gzip")
          .doesNotContain("If-None-Match", "If-Modified-Since");
      assertThat(fetch(server, Validators.NONE).validators()).isEqualTo(KNOWN);
    }
  }

  @Test
  void shouldAskWhetherTheFileHasChanged() throws Exception {
    try (ScriptedServer server = new ScriptedServer(status("304 Not Modified"))) {
      Fetched fetched = fetch(server, KNOWN);

      assertThat(fetched).isEqualTo(new Fetched.NotModified(KNOWN));
      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("If-None-Match: \"v1\"", "If-Modified-Since: Tue, 04 Nov 2025 10:00:00 GMT");
    }
  }

  @Test
  void shouldTakeTheNewNameOfAFileThatHasNotChanged() throws Exception {
    try (ScriptedServer server = new ScriptedServer(status("304 Not Modified", "ETag: W/\"v1\""))) {
      assertThat(fetch(server, KNOWN).validators())
          .isEqualTo(new Validators(Optional.of("W/\"v1\""), KNOWN.lastModified()));
    }
  }

  /** It would be the word of a server about some other file. */
  @Test
  void shouldNotTakeANotModifiedThatItDidNotAskFor() {
    try (ScriptedServer server = new ScriptedServer(status("304 Not Modified"))) {
      assertThat(failure(server).reason()).isEqualTo(Reason.NOT_GIVEN);
    }
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        Arguments.of("500", status("500 Internal Server Error")),
        Arguments.of("503", status("503 Service Unavailable", "Retry-After: 0")),
        Arguments.of(
            "429 with a date that is past",
            status("429 Too Many Requests", "Retry-After: Tue, 04 Nov 2025 11:00:00 GMT")),
        Arguments.of(
            "a Retry-After that no one reads", status("503 Busy", "Retry-After: as you like")),
        Arguments.of("no answer", hangUp()),
        Arguments.of("half an answer", beginning("<sdn", hangUp(), "Content-Length: 1000")),
        Arguments.of(
            "a part of the parts",
            beginning("4\r\n<sdn\r\n", hangUp(), "Transfer-Encoding: chunked")),
        Arguments.of(
            "half a gzip",
            bytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0}, "Content-Encoding: gzip")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passing")
  void shouldTryAgainWhatMayPass(String name, Answer first) throws Exception {
    try (ScriptedServer server = new ScriptedServer(first, first, file("<sdnList/>"))) {
      assertThat(text(server, Validators.NONE)).isEqualTo("<sdnList/>");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void shouldGiveUpInTheEnd() {
    try (ScriptedServer server = new ScriptedServer(status("500 Internal Server Error"))) {
      FetchFailed failure = failure(server);

      assertThat(failure.reason()).isEqualTo(Reason.SERVER_BUSY);
      assertThat(failure)
          .hasMessage(
              server.url("/sdn.xml")
                  + ": the server answered with status 500 instead of the file.");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "403 Forbidden", "206 Partial Content", "410 Gone"})
  void shouldNotAskAgainForWhatIsNotGiven(String status) {
    try (ScriptedServer server = new ScriptedServer(status(status))) {
      assertThat(failure(server).reason()).isEqualTo(Reason.NOT_GIVEN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void shouldSayHowFarATruncatedFileCame() {
    try (ScriptedServer server =
        new ScriptedServer(beginning("<sdnList>", hangUp(), "Content-Length: 1000"))) {
      FetchFailed failure = failure(server);

      assertThat(failure.reason()).isEqualTo(Reason.TRUNCATED);
      assertThat(failure).hasMessageContaining("the download broke off after 9 bytes");
    }
  }

  /** A body that ends with its connection has no end that can be checked; its reader must. */
  @Test
  void shouldTakeAFileOfUnknownLength() throws Exception {
    try (ScriptedServer server = new ScriptedServer(beginning("<sdnList/>", hangUp()))) {
      assertThat(text(server, Validators.NONE)).isEqualTo("<sdnList/>");
    }
  }

  static Stream<Arguments> silent() {
    return Stream.of(
        Arguments.of("before the headers", silence(), "the server said nothing for"),
        Arguments.of(
            "in the body",
            beginning("<sdnList>", silence(), "Content-Length: 1000"),
            "the server said nothing for 0 s, after 9 bytes of the file."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("silent")
  void shouldEndADownloadThatStops(String name, Answer answer, String message) {
    try (ScriptedServer server = new ScriptedServer(answer)) {
      FetchFailed failure = failure(fetcher(limits(SHORT, LONG)), server.url("/sdn.xml"));

      assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
      assertThat(failure).hasMessageContaining(message);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void shouldEndADownloadThatTrickles() {
    try (ScriptedServer server =
        new ScriptedServer(beginning("<sdnList>", trickle(), "Content-Length: 1000"))) {
      FetchFailed failure =
          failure(fetcher(limits(LONG, Duration.ofSeconds(1))), server.url("/sdn.xml"));

      assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
      assertThat(failure).hasMessageContaining("was not fetched within 1 s, after");
      assertThat(server.requests()).hasSize(1);
    }
  }

  static Stream<Arguments> large() {
    byte[] body = new byte[MAX_BYTES + 1];
    return Stream.of(
        Arguments.of("as promised", bytes(body)),
        Arguments.of("as it comes", beginning(new String(body, UTF_8), hangUp())),
        Arguments.of("when unpacked", gzipped(body)),
        Arguments.of("by far", beginning("x", silence(), "Content-Length: 99999999999")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void shouldRefuseAFileThatIsTooLarge(String name, Answer answer) {
    try (ScriptedServer server = new ScriptedServer(answer)) {
      FetchFailed failure = failure(server);

      assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
      assertThat(failure).hasMessageContaining("is larger than 65536 bytes");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void shouldTakeTheLargestFileThereMayBe() throws Exception {
    try (ScriptedServer server = new ScriptedServer(gzipped(new byte[MAX_BYTES]))) {
      try (Fetched.File fetched = (Fetched.File) fetch(server, Validators.NONE)) {
        assertThat(fetched.size()).isEqualTo(MAX_BYTES);
      }
    }
  }

  @Test
  void shouldUnpackWhatComesPacked() throws Exception {
    try (ScriptedServer server = new ScriptedServer(gzipped("<sdnList/>".getBytes(UTF_8)))) {
      assertThat(text(server, Validators.NONE)).isEqualTo("<sdnList/>");
    }
  }

  @Test
  void shouldRefuseAnEncodingItDidNotAskFor() {
    try (ScriptedServer server = new ScriptedServer(file("?", "Content-Encoding: br"))) {
      assertThat(failure(server)).hasMessageContaining("came in the encoding br");
    }
  }

  @Test
  void shouldFollowARedirectionAndAskThereAsItAskedHere() throws Exception {
    try (ScriptedServer there = new ScriptedServer(file("<sdnList/>"));
        ScriptedServer here =
            new ScriptedServer(redirect(there.url("/exports/sdn.xml?sig=s3cr")))) {
      assertThat(text(here, KNOWN)).isEqualTo("<sdnList/>");

      assertThat(there.requests())
          .singleElement()
          .asString()
          .startsWith("GET /exports/sdn.xml?sig=s3cr HTTP/1.1")
          .contains("If-None-Match: \"v1\"");
    }
  }

  @Test
  void shouldFollowARedirectionThatNamesAPathAlone() throws Exception {
    try (ScriptedServer server = new ScriptedServer(redirect("/new"), file("<sdnList/>"))) {
      assertThat(text(server, Validators.NONE)).isEqualTo("<sdnList/>");
      assertThat(server.requests()).last().asString().startsWith("GET /new ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://lists.example/sdn.xml", "file:///etc/passwd", "http://", "a b"})
  void shouldNotFollowARedirectionElsewhere(String location) {
    try (ScriptedServer server = new ScriptedServer(redirect(location))) {
      assertThat(failure(server).reason()).isEqualTo(Reason.BAD_REDIRECT);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void shouldEndARoundOfRedirections() {
    try (ScriptedServer server = new ScriptedServer(redirect("/again"))) {
      assertThat(failure(server)).hasMessageContaining("is redirected more than 5 times");
      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void shouldSendUserAndPasswordToTheirServerAlone() throws Exception {
    try (ScriptedServer there = new ScriptedServer(file("<sdnList/>"));
        ScriptedServer here =
            new ScriptedServer(redirect("/next"), redirect(there.url("/sdn.xml")))) {
      String url = here.url("/sdn.xml").replace("//", "//user:s3cr%65t@");

      assertThat(text(fetcher(LIMITS).fetch(SourceUrl.parse(url), Validators.NONE)))
          .isEqualTo("<sdnList/>");

      // Base64 of user:s3cret.
      assertThat(here.requests())
          .hasSize(2)
          .allSatisfy(
              request -> assertThat(request).contains("Authorization: Basic dXNlcjpzM2NyZXQ="));
      assertThat(there.requests())
          .singleElement()
          .asString()
          .doesNotContain("Authorization", "s3cret");
    }
  }

  @Test
  void shouldTellNoSecretWhenItFails() {
    try (ScriptedServer server =
        new ScriptedServer(redirect("/next?sig=s3cret"), status("403 Forbidden"))) {
      String url = server.url("/sdn.xml?token=s3cret").replace("//", "//user:s3cret@");

      assertThat(failure(fetcher(LIMITS), url).getMessage())
          .contains("/next?sig=hidden~")
          .doesNotContain("s3cret", "user");
    }
  }

  @Test
  void shouldSayThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    FetchFailed failure = failure(fetcher(LIMITS), "http://127.0.0.1:" + port + "/sdn.xml");

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("no answer");
  }

  @Test
  void shouldSayThatAHostIsNotKnown() {
    FetchFailed failure = failure(fetcher(LIMITS), "http://lists.invalid/sdn.xml");

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("its host, or that of the proxy, is not known");
  }

  @Test
  void shouldSayThatAServerSpeaksNoTls() {
    try (ScriptedServer server = new ScriptedServer(hangUp())) {
      String url = server.url("/sdn.xml").replace("http:", "https:");

      assertThat(failure(fetcher(limits(SHORT, LONG)), url).reason())
          .isIn(Reason.UNREACHABLE, Reason.TIMED_OUT);
    }
  }

  @Test
  void shouldAskTheProxy() throws Exception {
    try (ScriptedServer proxy = new ScriptedServer(file("<sdnList/>"))) {
      ProxySelector selector =
          ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", proxy.port()));
      Fetcher fetcher = new Fetcher(selector, "Weir/1", LIMITS, folder, CLOCK);

      Fetched fetched =
          fetcher.fetch(SourceUrl.parse("http://lists.invalid/sdn.xml"), Validators.NONE);

      assertThat(text(fetched)).isEqualTo("<sdnList/>");
      assertThat(proxy.requests())
          .singleElement()
          .asString()
          .startsWith("GET http://lists.invalid/sdn.xml HTTP/1.1");
    }
  }

  static Stream<Arguments> waiting() {
    return Stream.of(
        Arguments.of("for the headers", silence()),
        Arguments.of("for the body", beginning("<", silence(), "Content-Length: 10")),
        Arguments.of("before the next try", status("503 Busy", "Retry-After: 99999")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waiting")
  void shouldEndAtOnceWhenInterrupted(String name, Answer answer) throws Exception {
    FetchLimits patient =
        new FetchLimits(
            LONG,
            Duration.ofHours(1),
            Duration.ofHours(2),
            MAX_BYTES,
            3,
            SHORT,
            LONG.multipliedBy(9));
    AtomicReference<Thread> worker = new AtomicReference<>();
    try (ScriptedServer server = new ScriptedServer(answer)) {
      SourceUrl url = SourceUrl.parse(server.url("/sdn.xml"));
      CompletableFuture<Throwable> ending =
          CompletableFuture.supplyAsync(
              () -> {
                worker.set(Thread.currentThread());
                return catchThrowableOfType(
                    InterruptedException.class, () -> fetcher(patient).fetch(url, Validators.NONE));
              });
      server.awaitRequest();
      worker.get().interrupt();

      assertThat(ending.get()).isInstanceOf(InterruptedException.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static FetchLimits limits(Duration stall, Duration total) {
    return new FetchLimits(
        LONG, stall, total, MAX_BYTES, 3, Duration.ofMillis(1), Duration.ofMillis(5));
  }

  private Fetcher fetcher(FetchLimits limits) {
    return new Fetcher(ProxySelector.of(null), "Weir/1", limits, folder, CLOCK);
  }

  private Fetched fetch(ScriptedServer server, Validators known) throws Exception {
    Fetched fetched = fetcher(LIMITS).fetch(SourceUrl.parse(server.url("/sdn.xml")), known);
    return fetched;
  }

  private String text(ScriptedServer server, Validators known) throws Exception {
    return text(fetch(server, known));
  }

  private static String text(Fetched fetched) throws IOException {
    try (Fetched.File file = (Fetched.File) fetched) {
      return new String(file.open().readAllBytes(), UTF_8);
    }
  }

  private FetchFailed failure(ScriptedServer server) {
    return failure(fetcher(LIMITS), server.url("/sdn.xml"));
  }

  private static FetchFailed failure(Fetcher fetcher, String url) {
    return catchThrowableOfType(
        FetchFailed.class, () -> fetcher.fetch(SourceUrl.parse(url), Validators.NONE));
  }
}
