package io.weir.sources;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A response's body as it is written to a file, counted and capped. */
final class FileBody implements BodySubscriber<Long> {
  private final Download file;
  private final long maxBytes;
  private final Progress progress;
  private final CompletableFuture<Long> done = new CompletableFuture<>();
  private @Nullable Subscription subscription;
  private long bytes;

  /**
   * @param maxBytes more than these end it with {@link TooLong}; 0 when no body is wanted
   */
  FileBody(Download file, long maxBytes, Progress progress) {
    this.file = file;
    this.maxBytes = maxBytes;
    this.progress = progress;
  }

  /** The body has more bytes than it may. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The disk took no more. */
  static final class Unwritten extends IOException {
    private static final long serialVersionUID = 1L;

    Unwritten(IOException cause) {
      super(cause);
    }
  }

  @Override
  public CompletionStage<Long> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (maxBytes == 0) {
      given.cancel();
      done.complete(0L);
    } else {
      progress.bodyBegins();
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    if (done.isDone() || subscription == null) {
      return;
    }
    try {
      for (ByteBuffer part : parts) {
        write(part);
      }
      progress.received(bytes);
      subscription.request(1);
    } catch (IOException e) {
      subscription.cancel();
      done.completeExceptionally(e);
    }
  }

  private void write(ByteBuffer part) throws IOException {
    bytes += part.remaining();
    if (bytes > maxBytes) {
      throw new TooLong();
    }
    file.write(part);
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(bytes);
  }
}
