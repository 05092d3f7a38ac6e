package io.weir.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceUrlTest {

  /** The digits are the first four of the SHA-256, as sha256sum gives them. */
  @ParameterizedTest
  @CsvSource({
    "https://lists.example/sdn.xml, https://lists.example/sdn.xml",
    "HTTPS://lists.example, https://lists.example/",
    "https://user:s3cret@lists.example:8443/a, https://lists.example:8443/a",
    "https://lists.example/a#part, https://lists.example/a",
    "https://lists.example/a?token=s3cret, https://lists.example/a?token=hidden~1ec1",
    "https://lists.example/a?s3cret, https://lists.example/a?hidden~1ec1",
    "https://lists.example/a?x=&token=s3cret&y, https://lists.example/a?x=&token=hidden~1ec1&hidden~a1fc",
    "https://[::1]:8443/a%20b?t=s3cret, https://[::1]:8443/a%20b?t=hidden~1ec1"
  })
  void shouldShowNoSecret(String url, String shown) {
    assertThat(SourceUrl.parse(url)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://user:s3cret@lists.example/a",
        "file:///s3cret",
        "lists.example/s3cret",
        "https:///s3cret",
        "https://lists.example/s3cret with spaces",
        ""
      })
  void shouldRefuseWhatIsNoUrlWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> SourceUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void shouldNotGiveUpTls() {
    SourceUrl url = SourceUrl.parse("https://lists.example/a");

    assertThatThrownBy(() -> url.redirected("http://lists.example/a?sig=s3cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a URL without TLS, http://lists.example/a?sig=hidden~1ec1");
    assertThat(SourceUrl.parse("http://lists.example/a").redirected("https://lists.example/a"))
        .hasToString("https://lists.example/a");
  }

  @ParameterizedTest
  @CsvSource({
    "/b, true",
    "https://lists.example/b, true",
    "https://LISTS.example/b, true",
    "https://lists.example:8443/b, false",
    "https://cdn.example/b, false",
    "//cdn.example/b, false"
  })
  void shouldKeepTheUserForItsServer(String location, boolean kept) {
    SourceUrl url = SourceUrl.parse("https://user:s3cret@lists.example/a");

    assertThat(url.redirected(location).authorization().isPresent()).isEqualTo(kept);
  }

  @Test
  void shouldTellAUrlFromAFile() {
    assertThat(SourceUrl.looksLikeUrl("https://lists.example/a")).isTrue();
    assertThat(SourceUrl.looksLikeUrl("ftp://lists.example/a")).isTrue();
    assertThat(SourceUrl.looksLikeUrl("C:\\lists\\sdn.xml")).isFalse();
    assertThat(SourceUrl.looksLikeUrl("lists/sdn.xml")).isFalse();
  }
}
