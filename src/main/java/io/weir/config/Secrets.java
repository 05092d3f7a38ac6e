package io.weir.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must never be printed: told by the clients' own definitions, and by the key's words. */
final class Secrets {
  static final String HIDDEN = "[hidden]";

  /* Wider than the clients' definitions on purpose: custom plug-ins bring keys of their own. */
  private static final List<String> WORDS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "credential",
          "user.info",
          "userinfo",
          "jaas",
          "private",
          "api.key",
          "apikey",
          "access.key",
          "keystore.key",
          "ssl.key",
          "assertion",
          "authorization",
          "sas");

  /* Words above that name a place, a kind or a time rather than the secret itself. */
  private static final Pattern ABOUT_A_SECRET =
      Pattern.compile(".*\\.(source|url|location|type|class|ms|seconds|enabled|algorithm|alg)");

  private static final Pattern USER_IN_URL = Pattern.compile("(://)[^/?#]*@");

  private Secrets() {}

  static boolean isSecret(String key) {
    String folded = key.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
    if (ClientKeys.isPassword(folded)) {
      return true;
    }
    return WORDS.stream().anyMatch(folded::contains) && !ABOUT_A_SECRET.matcher(folded).matches();
  }

  /** The value as it may be shown: nothing of a secret, and a URL without its user and password. */
  static String shown(String key, String value) {
    return isSecret(key) && !value.isEmpty()
        ? HIDDEN
        : USER_IN_URL.matcher(value).replaceAll("$1" + HIDDEN + "@");
  }
}
