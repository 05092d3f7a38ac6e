package io.weir.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.weir.config.YamlFile;
import io.weir.lists.ListFormats;
import io.weir.lists.ListId;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListsFileTest {
  private static ListSources sources(String text) {
    return YamlFile.read("lists.yaml", new StringReader(text), ListsFile::read);
  }

  @Test
  void shouldReadEveryField() {
    ListSources sources =
        sources(
            """
            lists:
              - list: OFAC/SDN
                format: ofac-sdn-csv
                url: https://lists.example/sdn.csv?token=s3cret
                comments: https://lists.example/comments.csv
                sha256-url: https://lists.example/sdn.csv.sha256
                every: 15m
                max-age: 3d
                proxy: http://proxy.example:3128
                enabled: false
              - list: KR/NOTICES
                format: csv
                file: lists/kr.csv
            """);

    assertThat(sources.all())
        .containsExactly(
            new ListSource(
                new ListId("OFAC", "SDN"),
                "ofac-sdn-csv",
                new Place.OnServer(SourceUrl.parse("https://lists.example/sdn.csv?token=s3cret")),
                Optional.of(
                    new Place.OnServer(SourceUrl.parse("https://lists.example/comments.csv"))),
                Optional.of(SourceUrl.parse("https://lists.example/sdn.csv.sha256")),
                Duration.ofMinutes(15),
                Optional.of(Duration.ofDays(3)),
                Optional.of(
                    new ProxyRoute(
                        Optional.of(InetSocketAddress.createUnresolved("proxy.example", 3128)))),
                false),
            new ListSource(
                new ListId("KR", "NOTICES"),
                "csv",
                new Place.OnDisk(Path.of("lists/kr.csv")),
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1),
                Optional.empty(),
                Optional.empty(),
                true));
    assertThat(sources.enabled()).extracting(ListSource::key).containsExactly("KR/NOTICES");
    assertThat(sources.maxAges()).containsExactly(entry("OFAC/SDN", Duration.ofDays(3)));
  }

  @Test
  void shouldComeWithTheAuthoritiesOwnServers() throws IOException {
    ListSources builtIn = Defaults.lists(Optional.empty());

    assertThat(builtIn.enabled())
        .extracting(ListSource::key)
        .containsExactly("OFAC/SDN", "EU/FSF", "UK/UKSL", "UN/CONSOLIDATED");
    assertThat(builtIn.all())
        .allSatisfy(
            source -> {
              assertThat(source.place().shown()).startsWith("https://");
              assertThat(ListFormats.find(source.format()).orElseThrow().onlyList())
                  .contains(source.list());
            });
  }

  @Test
  void shouldTakeTwoSourcesOfAListWhenOneIsOff() {
    ListSources sources =
        sources(
            """
            lists:
              - {list: OFAC/SDN, format: csv, file: a.csv, enabled: false, max-age: 2h}
              - {list: OFAC/SDN, format: csv, file: b.csv, max-age: 3h}
            """);

    assertThat(sources.maxAges()).containsExactly(entry("OFAC/SDN", Duration.ofHours(3)));
  }

  @Test
  void shouldReportEveryProblemAtOnce() {
    assertThatThrownBy(
            () ->
                sources(
                    """
                    list: OFAC/SDN
                    lists:
                      - list: OFAC
                        format: sdn
                        url: ftp://user:s3cret@lists.example/sdn.xml
                        every: 5s
                        proxy: socks5://user:s3cret@proxy.example
                        enabled: perhaps
                        colour: red
                      - list: EU/FSF
                        format: csv
                        every: 1d
                        max-age: 1d
                      - list: UK/UKSL
                        format: csv
                        url: https://lists.example/a.csv
                        file: a.csv
                      - {list: KR/NOTICES, format: csv, file: a.csv}
                      - {list: KR/NOTICES, format: csv, file: b.csv}
                      - {list: [KR/NOTICES], format: csv, file: b.csv}
                      - {list: OFAC/SDN, format: ofac-sdn-csv, file: sdn.csv}
                      - {list: IL/NBCTF, format: csv, file: a.csv, comments: b.csv}
                    """))
        .isInstanceOf(YamlFile.Invalid.class)
        .message()
        .doesNotContain("s3cret")
        .satisfies(
            message ->
                assertThat(
                        message.replaceAll(
                            "expected one of [a-z0-9, -]+", "expected one of FORMATS"))
                    .isEqualTo(
                        """
                        lists.yaml:1: unknown field 'list'; expected lists
                        lists.yaml:3: list 'OFAC', list: 'OFAC'; expected AUTHORITY/LIST, such as OFAC/SDN
                        lists.yaml:4: list 'OFAC', format: 'sdn'; expected one of FORMATS
                        lists.yaml:5: list 'OFAC', url: expected an http or https URL
                        lists.yaml:6: list 'OFAC', every: '5s'; expected a time such as 30m or 1h, at least 1m
                        lists.yaml:7: list 'OFAC', proxy: expected http://HOST:PORT, or none
                        lists.yaml:8: list 'OFAC', enabled: 'perhaps'; expected true or false
                        lists.yaml:9: list 'OFAC', colour: unknown field; expected list, format, url, file, comments, sha256-url, every, max-age, proxy, enabled
                        lists.yaml:10: list 'EU/FSF', url: missing; expected either url or file
                        lists.yaml:13: list 'EU/FSF', max-age: '1d'; expected a time such as 3d, longer than every
                        lists.yaml:14: list 'UK/UKSL', url: both given; expected either url or file
                        lists.yaml:19: KR/NOTICES has a source in line 18 already; set enabled: false for one of them
                        lists.yaml:20: expected a single value
                        lists.yaml:21: list 'OFAC/SDN', comments: missing; expected the file or URL of its sdn_comments.csv
                        lists.yaml:22: list 'IL/NBCTF', comments: expected none, for csv is one file"""));
  }
}
