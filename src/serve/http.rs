//! HTTP: connections, requests, and the lines that go before each answer.
//!
//! Everything here is bounded: how many clients there are, how long one may take to ask, how much it may say. One
//! thread listens and answers; pages are made on others, so that a large one keeps nobody waiting.

use std::convert::Infallible;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::task::AbortHandle;

use super::answer::{self, Answer};
use super::guard::{Asked, Own, Refused};
use super::{Bound, Shown, View, events};

/// How many clients there are at most.
const CLIENTS: usize = 256;
/// How long a client may take to ask, and be silent in between.
const ASKING: Duration = Duration::from_secs(10);
/// How much a client may say before its question is clear, in bytes.
const QUESTION: usize = 32 * 1024;
/// How many pages are made at the same time.
const MAKERS: usize = 4;

/// What goes with every answer.
const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Serves what `view` shows, until its screen is gone. A signal ends it as it ends any program: there is nothing to
/// clean up.
pub fn run(bound: Bound, view: View) -> io::Result<()> {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_io().enable_time().max_blocking_threads(MAKERS).build()?;
    let own = Own::new(bound.address());
    runtime.block_on(accept(bound, own, view.0))
}

/// A client that is connected.
struct Client {
    doing: Arc<AtomicU8>,
    task: AbortHandle,
}

// What a client is doing; who is closed first when there are too many stands first.
const ASKS: u8 = 0;
const IS_ANSWERED: u8 = 1;
const LISTENS: u8 = 2;

async fn accept(bound: Bound, own: Own, view: watch::Receiver<Shown>) -> io::Result<()> {
    let listener = TcpListener::from_std(bound.listener)?;
    let mut clients: Vec<Client> = Vec::new();
    let mut screen = view.clone();
    let mut gone = pin!(async move { while screen.changed().await.is_ok() {} });
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut gone => return Ok(()),
        };
        clients.retain(|client| !client.task.is_finished());
        if accepted.is_err() || clients.len() >= CLIENTS {
            close_one(&mut clients);
        }
        let Ok((socket, _)) = accepted else {
            // The system has no room for another one now: not the end, but nothing to ask for without a pause.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        // Without it a short answer waits for another one to fill the packet. A socket that cannot is closed already.
        let _ = socket.set_nodelay(true);
        let doing = Arc::new(AtomicU8::new(ASKS));
        let task = tokio::spawn(client(socket, own, view.clone(), doing.clone())).abort_handle();
        clients.push(Client { doing, task });
    }
}

/// Closes who asks nothing, the longest connected first; else who is being answered; else who listens.
fn close_one(clients: &mut Vec<Client>) {
    let least = clients.iter().enumerate().min_by_key(|(at, client)| (client.doing.load(Ordering::Relaxed), *at));
    if let Some(at) = least.map(|(at, _)| at) {
        clients.remove(at).task.abort();
    }
}

async fn client(socket: TcpStream, own: Own, view: watch::Receiver<Shown>, doing: Arc<AtomicU8>) {
    let service = service_fn(|request| {
        let (view, doing) = (view.clone(), doing.clone());
        async move {
            doing.store(IS_ANSWERED, Ordering::Relaxed);
            Ok::<_, Infallible>(respond(&request, own, view, doing).await)
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(ASKING).max_buf_size(QUESTION);
    // What goes wrong here is the client's: there is nobody to tell.
    let _ = http.serve_connection(TokioIo::new(socket), service).await;
}

async fn respond(
    request: &Request<Incoming>,
    own: Own,
    view: watch::Receiver<Shown>,
    doing: Arc<AtomicU8>,
) -> Response<Sent> {
    let lines = |name| request.headers().get_all(name).iter().map(|value| value.to_str().ok()).collect();
    let asked = Asked {
        method: request.method().as_str(),
        hosts: lines(header::HOST),
        target: request.uri().authority().map(|authority| authority.as_str()),
        origins: lines(header::ORIGIN),
    };
    if let Some(refused) = own.refuses(&asked) {
        return refusal(refused, doing);
    }
    let head = request.method() == Method::HEAD;
    let path = request.uri().path();
    if path == "/_preview/events" {
        let page = request.uri().query().and_then(|query| query.strip_prefix("page=")).and_then(answer::decoded);
        let Some(page) = page else { return plain(StatusCode::BAD_REQUEST, "which page?\n", doing) };
        doing.store(LISTENS, Ordering::Relaxed);
        let body = if head { What::Bytes(None) } else { What::Events(events::events(view, page)) };
        return with_head(StatusCode::OK, "text/event-stream", Sent { what: body, doing });
    }
    let Some(path) = answer::decoded(path) else {
        return plain(StatusCode::BAD_REQUEST, "this is no address\n", doing);
    };
    let shown = view.borrow().clone();
    let made = tokio::task::spawn_blocking(move || answer::answer(&shown, &path)).await;
    let Ok(answer) = made else { return plain(StatusCode::INTERNAL_SERVER_ERROR, "it could not be made\n", doing) };
    send(answer, doing)
}

fn send(answer: Answer, doing: Arc<AtomicU8>) -> Response<Sent> {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = with_head(status, answer.kind, Sent::bytes(Bytes::from_owner(answer.bytes), doing));
    let mut add = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    add(header::CONTENT_SECURITY_POLICY, &answer.policy);
    if let Some(address) = &answer.elsewhere {
        add(header::LOCATION, address);
    }
    response
}

/// What is said to who may not ask. The connection ends with it: a body that was announced is never read.
fn refusal(refused: Refused, doing: Arc<AtomicU8>) -> Response<Sent> {
    let (status, words) = match refused {
        Refused::NoHost => (StatusCode::BAD_REQUEST, "a request names one host\n"),
        Refused::OtherHost => (StatusCode::FORBIDDEN, "this is another host\n"),
        Refused::OtherOrigin => (StatusCode::FORBIDDEN, "other sites get nothing here\n"),
        Refused::Method => (StatusCode::METHOD_NOT_ALLOWED, "this server is for reading\n"),
    };
    let mut response = plain(status, words, doing);
    if refused == Refused::Method {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

fn plain(status: StatusCode, words: &'static str, doing: Arc<AtomicU8>) -> Response<Sent> {
    with_head(status, "text/plain; charset=utf-8", Sent::bytes(Bytes::from_static(words.as_bytes()), doing))
}

fn with_head(status: StatusCode, kind: &'static str, body: Sent) -> Response<Sent> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// What is being sent to a client. When it is through, the client may ask again.
struct Sent {
    what: What,
    doing: Arc<AtomicU8>,
}

enum What {
    Bytes(Option<Bytes>),
    Events(mpsc::Receiver<Bytes>),
}

impl Sent {
    fn bytes(bytes: Bytes, doing: Arc<AtomicU8>) -> Sent {
        Sent { what: What::Bytes(Some(bytes)), doing }
    }
}

impl Body for Sent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match &mut self.what {
            What::Bytes(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            What::Events(events) => events.poll_recv(cx).map(|event| event.map(|event| Ok(Frame::data(event)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.what, What::Bytes(None))
    }

    fn size_hint(&self) -> SizeHint {
        match &self.what {
            What::Bytes(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            What::Events(_) => SizeHint::default(),
        }
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        self.doing.store(ASKS, Ordering::Relaxed);
    }
}
