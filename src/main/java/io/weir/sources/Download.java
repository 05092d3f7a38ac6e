package io.weir.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on its way: kept in a temporary file that is gone when it is closed, and that on most
 * systems has no name even before, so that a process that is killed leaves nothing behind.
 */
final class Download implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);
  private static final int BUFFER = 64 * 1024;

  private final FileChannel channel;

  private Download(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes an empty one.
   *
   * @param folder of the temporary file
   */
  static Download in(Path folder) throws IOException {
    Path path = Files.createTempFile(folder, "weir-", ".download");
    try {
      return new Download(
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /**
   * Adds bytes.
   *
   * @throws FileBody.Unwritten when the disk does not take them
   */
  void write(ByteBuffer bytes) throws FileBody.Unwritten {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new FileBody.Unwritten(e);
    }
  }

  long size() throws IOException {
    return channel.size();
  }

  /** The bytes from the first one on. Closing the stream leaves the download open. */
  InputStream open() throws IOException {
    channel.position(0);
    return new FilterInputStream(Channels.newInputStream(channel)) {
      @Override
      public void close() {}
    };
  }

  /**
   * Writes what these bytes are when unpacked.
   *
   * @throws FileBody.TooLong when that has more bytes than it may
   * @throws IOException also when these are no gzip, or not all of one
   */
  void gunzipInto(Download unpacked, long maxBytes) throws IOException {
    try (InputStream in = new GZIPInputStream(open(), BUFFER)) {
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > maxBytes) {
          throw new FileBody.TooLong();
        }
        unpacked.write(ByteBuffer.wrap(buffer, 0, read));
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("A temporary file of a download could not be deleted reason=\"{}\"", e.toString());
    }
  }
}
