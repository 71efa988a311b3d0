//! A connection on which something must go on: who does not read what was asked for does not keep a place for ever.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// A connection that fails where nothing of what is to be written is taken for too long. How long is waited for
/// something to read is not its matter: that is a question asked slowly, or none.
pub(crate) struct Patient<C> {
    connection: C,
    longest: Duration,
    /// Until when is waited, where something is to be written and is not taken.
    wait: Option<Pin<Box<Sleep>>>,
}

impl<C> Patient<C> {
    pub(crate) fn new(connection: C, longest: Duration) -> Self {
        Self { connection, longest, wait: None }
    }

    /// What came of writing; an error where nothing has for too long.
    fn in_time<T>(&mut self, written: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.wait = None;
            return written;
        }
        let wait = self.wait.get_or_insert_with(|| Box::pin(sleep(self.longest)));
        ready!(wait.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<C: AsyncRead + Unpin> AsyncRead for Patient<C> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.connection).poll_read(context, into)
    }
}

impl<C: AsyncWrite + Unpin> AsyncWrite for Patient<C> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.connection).poll_write(context, bytes);
        self.in_time(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.connection).poll_write_vectored(context, pieces);
        self.in_time(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.connection.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.connection).poll_flush(context);
        self.in_time(flushed, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let ended = Pin::new(&mut self.connection).poll_shutdown(context);
        self.in_time(ended, context)
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::time::Duration;

    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::Patient;

    fn run(test: impl Future<Output = ()>) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_time().build();
        runtime.expect("a thread can be had").block_on(test);
    }

    #[test]
    fn who_never_reads_is_left() {
        run(async {
            let (ours, theirs) = duplex(16);
            let mut ours = Patient::new(ours, Duration::from_millis(20));
            let error = ours.write_all(&[0; 1_000]).await.expect_err("nobody reads");
            assert_eq!(error.kind(), io::ErrorKind::TimedOut);
            drop(theirs);
        });
    }

    #[test]
    fn who_reads_slowly_gets_everything() {
        run(async {
            let (ours, mut theirs) = duplex(16);
            // Each piece is waited for anew, so that all of it may take longer.
            let mut ours = Patient::new(ours, Duration::from_secs(600));
            let writing = tokio::spawn(async move { ours.write_all(&[1; 100]).await });
            let mut read = Vec::new();
            while read.len() < 100 {
                tokio::task::yield_now().await;
                read.push(theirs.read_u8().await.expect("it comes"));
            }
            writing.await.expect("it does not panic").expect("all of it was taken");
            assert_eq!(read, [1; 100]);
        });
    }
}
