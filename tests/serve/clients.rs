//! Clients that are slow, silent, many or mad: all others are served as if they were not there.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use crate::{Server, Tab};

/// A request that ends after its first line.
const HALF: &[u8] = b"GET / HTTP/1.1\r\nHost: ";

/// Bytes that no browser sends.
fn garbage() -> Vec<Vec<u8>> {
    let own = "Host: 127.0.0.1\r\n";
    let mut all: Vec<Vec<u8>> = vec![
        b"\r\n\r\n".to_vec(),
        b"\0\0\0\0".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
        b"SSH-2.0-OpenSSH_9.9\r\n".to_vec(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        b"GET HTTP/1.1\r\n\r\n".to_vec(),
        format!("GET / HTTP/1.1\r\n{own}Content-Length: -1\r\n\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{own}Content-Length: 1\r\nContent-Length: 2\r\n\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{own}Content-Length: 99999999999999999999999\r\n\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{own}A\0B: c\r\n\r\n").into_bytes(),
        format!("GET /{} HTTP/1.1\r\n{own}\r\n", "a".repeat(70_000)).into_bytes(),
        format!("GET / HTTP/1.1\r\n{own}X: {}\r\n\r\n", "a".repeat(70_000)).into_bytes(),
        format!("GET / HTTP/1.1\r\n{own}{}\r\n", "X: y\r\n".repeat(3_000)).into_bytes(),
    ];
    let mut state = 2463534242_u32;
    while all.len() < 300 {
        let length = 1 + all.len() * 7 % 600;
        let mut byte = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state.to_le_bytes()[0]
        };
        let mut bytes: Vec<u8> = (0..length).map(|_| byte()).collect();
        if all.len().is_multiple_of(2) {
            bytes.splice(0..0, *b"GET / HTTP/1.1\r\n");
        }
        bytes.extend(b"\r\n\r\n");
        all.push(bytes);
    }
    all
}

#[test]
fn garbage_is_refused_and_the_server_goes_on() {
    let server = Server::new();
    let garbage = garbage();
    let (mut refused, mut closed) = (0, 0);
    for bytes in &garbage {
        let mut socket = server.connect();
        // It may hang up before all is said; what follows is nothing, so that it has nothing to wait for.
        let _ = socket.write_all(bytes);
        let _ = socket.shutdown(std::net::Shutdown::Write);
        let mut heard = Vec::new();
        let _ = socket.read_to_end(&mut heard);
        match crate::Answer::of(&heard).status {
            0 => closed += 1,
            400..=499 => refused += 1,
            status => panic!("{status} for {:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(80)])),
        }
    }
    println!("{} requests of garbage: {refused} refused, {closed} closed", garbage.len());
    assert!(refused > 200);
    assert_eq!(server.get("/").status, 200);
}

/// Whether the other side has hung up.
fn is_closed(socket: &mut TcpStream) -> bool {
    let mut byte = [0];
    loop {
        match socket.read(&mut byte) {
            Ok(0) => return true,
            Ok(_) => {}
            // A reset, too, is an end; only patience at its end is none.
            Err(error) => {
                return !matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut);
            }
        }
    }
}

#[test]
fn half_open_clients_keep_nobody_out() {
    let server = Server::new();
    let mut tabs: Vec<Tab> = (0..50).map(|_| server.tab("/")).collect();
    for tab in &mut tabs {
        tab.told();
    }
    let mut half: Vec<TcpStream> = Vec::new();
    for at in 0..300 {
        let mut socket = server.connect();
        if at % 2 == 0 {
            // Somebody may have had to go already.
            let _ = socket.write_all(HALF);
        }
        half.push(socket);
    }
    // One who asks for pages and never reads them.
    let mut slow = server.connect();
    let request = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).repeat(200);
    slow.set_nonblocking(true).unwrap();
    let _ = slow.write(request.as_bytes());
    for _ in 0..20 {
        assert_eq!(server.get("/").status, 200);
    }
    // Those who listen were not the ones to go.
    let mut server = server;
    let text = server.text("content/index.md").replace("title: ", "title: Also ");
    server.save(&[("content/index.md", &text)]);
    for tab in &mut tabs {
        tab.told();
    }
    // Who is too much is gone at once, and who does not ask, a little later.
    let gone = half.iter_mut().map(is_closed).filter(|closed| *closed).count();
    println!("300 half-open clients beside 50 that listen: {gone} closed");
    assert_eq!(gone, 300);
}

#[test]
fn even_too_many_that_listen_keep_nobody_out() {
    let server = Server::new();
    let tabs: Vec<Tab> = (0..300).map(|_| server.tab("/")).collect();
    for _ in 0..5 {
        assert_eq!(server.get("/").status, 200);
    }
    assert_eq!(tabs.len(), 300);
}

#[test]
fn one_connection_carries_many_requests() {
    let server = Server::new();
    let mut socket = server.connect();
    let request = format!("HEAD /hello.txt HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
    for _ in 0..100 {
        socket.write_all(request.as_bytes()).unwrap();
        let mut heard = Vec::new();
        while !heard.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            assert_eq!(socket.read(&mut byte).unwrap(), 1);
            heard.push(byte[0]);
        }
        assert!(heard.starts_with(b"HTTP/1.1 200"));
    }
}

#[test]
fn while_the_guide_changes_every_answer_is_whole() {
    let mut server = Server::new();
    let one = server.text("content/pages/about.md");
    let other = one.replace("title: ", "title: Otherwise ");
    let is_over = AtomicBool::new(false);
    let asked = AtomicUsize::new(0);
    let pages = ["/about/", "/", "/articles/places/", "/scenarios/first-baby/", "/_desk/reading.html"];
    let before: Vec<String> = pages.iter().map(|page| server.get(page).text().to_owned()).collect();
    server.save(&[("content/pages/about.md", &other)]);
    let after: Vec<String> = pages.iter().map(|page| server.get(page).text().to_owned()).collect();
    assert_ne!(before, after);
    let address = server.address;
    let ask = |page: &str| {
        let mut socket = TcpStream::connect(address).unwrap();
        let request = format!("GET {page} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        socket.write_all(request.as_bytes()).unwrap();
        let mut heard = Vec::new();
        socket.read_to_end(&mut heard).unwrap();
        crate::Answer::of(&heard)
    };
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    for (at, page) in pages.iter().enumerate() {
                        let answer = ask(page);
                        assert_eq!(answer.status, 200, "{page}");
                        assert!([&before[at], &after[at]].contains(&&answer.text().to_owned()), "a mixture at {page}");
                        asked.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
        for round in 0..40 {
            server.save(&[("content/pages/about.md", if round % 2 == 0 { &one } else { &other })]);
        }
        is_over.store(true, Ordering::Relaxed);
    });
    println!("{} answers during 40 changes, all whole", asked.load(Ordering::Relaxed));
}
