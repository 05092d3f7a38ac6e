package io.weir.sources;

import io.weir.sources.FetchFailed.Reason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One try at a file, redirections included. */
final class Request {
  private static final int MAX_REDIRECTS = 5;

  private final HttpClient client;
  private final String userAgent;
  private final FetchLimits limits;
  private final Path folder;
  private final Clock clock;
  private final long end;

  /**
   * @param end when it must be over, in the terms of {@link System#nanoTime}
   */
  Request(
      HttpClient client, String userAgent, FetchLimits limits, Path folder, Clock clock, long end) {
    this.client = client;
    this.userAgent = userAgent;
    this.limits = limits;
    this.folder = folder;
    this.clock = clock;
    this.end = end;
  }

  Fetched answer(SourceUrl url, Validators known) throws FetchFailed, InterruptedException {
    Download download = download(url);
    boolean handedOver = false;
    try {
      Fetched fetched = follow(url, known, download);
      handedOver = fetched instanceof Fetched.File file && file.holds(download);
      return fetched;
    } finally {
      if (!handedOver) {
        download.close();
      }
    }
  }

  private Fetched follow(SourceUrl asked, Validators known, Download download)
      throws FetchFailed, InterruptedException {
    SourceUrl url = asked;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpResponse<Long> response =
          new Exchange(client, limits, end).send(url.toString(), request(url, known), download);
      if (!isRedirect(response.statusCode())) {
        return answered(url, known, response, download);
      }
      url = target(url, response.headers());
    }
    throw new FetchFailed(
        Reason.BAD_REDIRECT,
        asked.toString(),
        "is redirected more than " + MAX_REDIRECTS + " times, last to " + url + ".");
  }

  private HttpRequest request(SourceUrl url, Validators known) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.uri())
            .header("User-Agent", userAgent)
            .header("Accept", "*/*")
            .header("Accept-Encoding", "gzip");
    known.etag().ifPresent(etag -> request.header("If-None-Match", etag));
    known.lastModified().ifPresent(date -> request.header("If-Modified-Since", date));
    url.authorization().ifPresent(user -> request.header("Authorization", user));
    return request.build();
  }

  private Fetched answered(
      SourceUrl url, Validators known, HttpResponse<Long> response, Download download)
      throws FetchFailed {
    HttpHeaders headers = response.headers();
    Validators given =
        new Validators(headers.firstValue("ETag"), headers.firstValue("Last-Modified"));
    return switch (response.statusCode()) {
      case 200 -> {
        requireLength(url, headers, response.body());
        yield new Fetched.File(unpacked(url, headers, download), given);
      }
      // To a request without conditions it would be an answer about some other file.
      case 304 -> {
        if (known.isEmpty()) {
          throw refused(url, response.statusCode(), headers);
        }
        yield new Fetched.NotModified(
            new Validators(
                given.etag().or(known::etag), given.lastModified().or(known::lastModified)));
      }
      default -> throw refused(url, response.statusCode(), headers);
    };
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static SourceUrl target(SourceUrl url, HttpHeaders headers) throws FetchFailed {
    Optional<String> location = headers.firstValue("Location");
    if (location.isEmpty()) {
      throw new FetchFailed(Reason.BAD_REDIRECT, url.toString(), "is redirected to nowhere.");
    }
    try {
      return url.redirected(location.get());
    } catch (IllegalArgumentException e) {
      throw new FetchFailed(
          Reason.BAD_REDIRECT,
          url.toString(),
          "is redirected to " + e.getMessage() + ", which is not followed.",
          e);
    }
  }

  private FetchFailed refused(SourceUrl url, int status, HttpHeaders headers) {
    boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
    return new FetchFailed(
        later ? Reason.SERVER_BUSY : Reason.NOT_GIVEN,
        url.toString(),
        "the server answered with status " + status + " instead of the file.",
        null,
        later ? RetryAfter.of(headers, clock) : Optional.<Duration>empty());
  }

  private void requireLength(SourceUrl url, HttpHeaders headers, long received) throws FetchFailed {
    long promised = Exchange.length(headers).orElse(received);
    if (promised > limits.maxBytes()) {
      throw Exchange.tooLarge(url.toString(), limits);
    }
    if (promised != received) {
      throw new FetchFailed(
          Reason.TRUNCATED,
          url.toString(),
          "has " + received + " bytes, and the server promised " + promised + ".");
    }
  }

  private Download unpacked(SourceUrl url, HttpHeaders headers, Download download)
      throws FetchFailed {
    String encoding =
        headers.firstValue("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "identity", "" -> download;
      case "gzip", "x-gzip" -> gunzipped(url, download);
      default ->
          throw new FetchFailed(
              Reason.NOT_GIVEN,
              url.toString(),
              "came in the encoding " + encoding + ", which was not asked for.");
    };
  }

  private Download gunzipped(SourceUrl url, Download packed) throws FetchFailed {
    Download unpacked = download(url);
    boolean whole = false;
    try {
      packed.gunzipInto(unpacked, limits.maxBytes());
      whole = true;
      return unpacked;
    } catch (FileBody.TooLong e) {
      throw Exchange.tooLarge(url.toString(), limits);
    } catch (FileBody.Unwritten e) {
      throw new FetchFailed(
          Reason.LOCAL_FAULT, url.toString(), "cannot be kept: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new FetchFailed(
          Reason.TRUNCATED, url.toString(), "cannot be unpacked: " + e.getMessage() + ".", e);
    } finally {
      if (!whole) {
        unpacked.close();
      }
    }
  }

  private Download download(SourceUrl url) throws FetchFailed {
    try {
      return Download.in(folder);
    } catch (IOException e) {
      throw new FetchFailed(
          Reason.LOCAL_FAULT,
          url.toString(),
          "no temporary file can be made in " + folder + ": " + e.getMessage() + ".",
          e);
    }
  }
}
