package io.weir.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/*
 * Secrets. Delivery services put tokens into the query or the user part of a URL, and what a list
 * was read from is written into every listing and printed in every message. So a URL has a shown
 * form: without user and password, and with each value of the query replaced by four hex digits of
 * its hash. Those tell two values apart, which a conditional request has to know (the answer "not
 * changed" is about one URL), and give away sixteen bits and no more.
 */
/** An http or https URL whose printed form holds no secret. */
public final class SourceUrl {
  private static final int SHOWN_DIGITS = 4;

  private final URI uri;
  private final Optional<String> credentials;

  private SourceUrl(URI uri) throws URISyntaxException {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    this.uri = new URI(scheme(uri) + "://" + uri.getHost() + port + path + query);
    this.credentials = Optional.ofNullable(uri.getUserInfo());
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException when it is none of ours; the message does not repeat it
   */
  public static SourceUrl parse(String text) {
    try {
      return of(new URI(text.strip()));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "not a URL: " + e.getReason() + " at character " + (e.getIndex() + 1));
    }
  }

  /** Whether a text looks like a URL of any kind rather than a file. */
  public static boolean looksLikeUrl(String text) {
    return text.strip().matches("(?s)[A-Za-z][A-Za-z0-9+.-]+://.*");
  }

  private static SourceUrl of(URI uri) throws URISyntaxException {
    if (!scheme(uri).equals("http") && !scheme(uri).equals("https")) {
      throw new IllegalArgumentException("not an http or https URL");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("a URL without a host");
    }
    return new SourceUrl(uri);
  }

  /**
   * The URL that a server names in its place. User and password go along only to the same server.
   *
   * @throws IllegalArgumentException when it is no URL that may be followed
   */
  SourceUrl redirected(String location) {
    try {
      SourceUrl target = of(uri.resolve(new URI(location.strip())));
      if (isSecure() && !target.isSecure()) {
        throw new IllegalArgumentException("a URL without TLS, " + target);
      }
      return target.credentials.isEmpty() && credentials.isPresent() && isSameServer(target)
          ? target.with(credentials.get())
          : target;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a URL: " + e.getReason());
    }
  }

  /** To ask for; without user and password. */
  URI uri() {
    return uri;
  }

  /** The value of an Authorization header, when the URL names a user. */
  Optional<String> authorization() {
    return credentials.map(
        user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)));
  }

  /** The URL as it may be printed and stored; equal for equal URLs, whatever user asks. */
  @Override
  public String toString() {
    String text = uri.toString();
    int query = text.indexOf('?');
    return query < 0
        ? text
        : text.substring(0, query + 1)
            + Arrays.stream(text.substring(query + 1).split("&", -1))
                .map(SourceUrl::shown)
                .collect(Collectors.joining("&"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceUrl url
        && uri.equals(url.uri)
        && credentials.equals(url.credentials);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  private static String shown(String parameter) {
    int equals = parameter.indexOf('=');
    String value = parameter.substring(equals + 1);
    return value.isEmpty()
        ? parameter
        : parameter.substring(0, equals + 1) + "hidden~" + fingerprint(value);
  }

  private static String fingerprint(String value) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, SHOWN_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private boolean isSecure() {
    return scheme(uri).equals("https");
  }

  private boolean isSameServer(SourceUrl other) {
    return uri.getScheme().equals(other.uri.getScheme())
        && uri.getHost().equalsIgnoreCase(other.uri.getHost())
        && uri.getPort() == other.uri.getPort();
  }

  private SourceUrl with(String user) {
    return new SourceUrl(uri, Optional.of(user));
  }

  private SourceUrl(URI uri, Optional<String> credentials) {
    this.uri = uri;
    this.credentials = credentials;
  }
}
