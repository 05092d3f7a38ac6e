package io.weir.sources;

import io.weir.sources.FetchFailed.Reason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/*
 * Time. The client's own time-out ends when the headers are there, so that a server that stops in
 * the middle of a body would hold it for ever. Here the asking thread waits with limits of its own,
 * one since the last sign of life and one on the whole, and takes the request back when either is
 * passed; the client's threads write the body meanwhile.
 */
/** One request and its answer, whose body goes to a file when it is the one asked for. */
final class Exchange {
  private final HttpClient client;
  private final FetchLimits limits;
  private final long end;
  private final Progress progress = new Progress();

  /**
   * @param end when it must be over, in the terms of {@link System#nanoTime}
   */
  Exchange(HttpClient client, FetchLimits limits, long end) {
    this.client = client;
    this.limits = limits;
    this.end = end;
  }

  /**
   * Sends.
   *
   * @param where the URL, for messages
   * @param file gets the body of an answer with status 200
   * @return the answer, with the number of bytes that were written
   */
  HttpResponse<Long> send(String where, HttpRequest request, Download file)
      throws FetchFailed, InterruptedException {
    CompletableFuture<HttpResponse<Long>> response =
        client.sendAsync(request, info -> new FileBody(file, wanted(info), progress));
    try {
      return await(where, response);
    } finally {
      // Without effect on one that is done.
      response.cancel(true);
    }
  }

  /** The length that a server promises; empty when it promises none. */
  static OptionalLong length(HttpHeaders headers) {
    try {
      return headers.firstValueAsLong("Content-Length");
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** How much of the body is wanted: of a page that explains an error, nothing. */
  private long wanted(ResponseInfo info) {
    boolean file = info.statusCode() == 200;
    return file && length(info.headers()).orElse(0) <= limits.maxBytes() ? limits.maxBytes() : 0;
  }

  private HttpResponse<Long> await(String where, CompletableFuture<HttpResponse<Long>> response)
      throws FetchFailed, InterruptedException {
    while (true) {
      long silent = System.nanoTime() - progress.lastHeard();
      long left = Math.min(limits.stall().toNanos() - silent, end - System.nanoTime());
      if (left <= 0) {
        throw timedOut(where);
      }
      try {
        return response.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException notYet) {
        // Something may have come meanwhile; the top of the loop tells.
      } catch (ExecutionException e) {
        throw failed(where, e.getCause() == null ? e : e.getCause());
      }
    }
  }

  private FetchFailed timedOut(String where) {
    String what =
        end - System.nanoTime() <= 0
            ? "was not fetched within " + limits.total().toSeconds() + " s"
            : "the server said nothing for " + limits.stall().toSeconds() + " s";
    String soFar =
        progress.isInBody() ? ", after " + progress.bytes() + " bytes of the file." : ".";
    return new FetchFailed(Reason.TIMED_OUT, where, what + soFar);
  }

  private FetchFailed failed(String where, Throwable cause) {
    if (cause instanceof FileBody.TooLong) {
      return tooLarge(where, limits);
    }
    if (cause instanceof FileBody.Unwritten) {
      return new FetchFailed(
          Reason.LOCAL_FAULT, where, "cannot be kept: " + cause.getMessage() + ".", cause);
    }
    if (!(cause instanceof IOException)) {
      throw new IllegalStateException("A download failed as none should", cause);
    }
    if (progress.isInBody()) {
      return new FetchFailed(
          Reason.TRUNCATED,
          where,
          "the download broke off after " + progress.bytes() + " bytes: " + cause.getMessage(),
          cause);
    }
    return new FetchFailed(Reason.UNREACHABLE, where, unreachable(cause), cause);
  }

  static FetchFailed tooLarge(String where, FetchLimits limits) {
    return new FetchFailed(
        Reason.TOO_LARGE, where, "is larger than " + limits.maxBytes() + " bytes; no list is.");
  }

  private String unreachable(Throwable failure) {
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection within " + limits.connect().toSeconds() + " s.";
    }
    if (failure instanceof SSLException) {
      return "no secure connection: " + failure.getMessage() + ".";
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "its host, or that of the proxy, is not known.";
      }
    }
    return "no answer: "
        + (failure.getMessage() == null ? "connection refused" : failure.getMessage())
        + ".";
  }
}
