//! Who is answered: only somebody who reads, and whom no other site has sent.

use crate::Server;

/// Every kind of route there is.
const ROUTES: [&str; 7] =
    ["/", "/articles/places/", "/hello.txt", "/nothing/", "/_desk/", "/_preview/preview.js", "/_preview/events?page=/"];

#[test]
fn only_reading_is_allowed() {
    let server = Server::new();
    for route in ROUTES {
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO", "get"] {
            for lines in
                ["", "Content-Length: 5\r\n", "Content-Length: 99999999999\r\n", "Transfer-Encoding: chunked\r\n"]
            {
                let answer = server.ask(method, route, lines);
                assert_eq!((answer.status, answer.line("allow")), (405, Some("GET, HEAD")), "{method} {route} {lines}");
                assert_eq!(answer.line("x-content-type-options"), Some("nosniff"));
            }
        }
    }
    let connect = format!("CONNECT {0} HTTP/1.1\r\nHost: {0}\r\n\r\n", server.address);
    assert_eq!(server.say(connect.as_bytes()).status, 405);
}

#[test]
fn a_foreign_host_gets_nothing_on_any_route() {
    let server = Server::new();
    let port = server.address.port();
    let say = |route: &str, lines: &str| {
        server.say(format!("GET {route} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n").as_bytes())
    };
    for route in ROUTES {
        let others = [
            "evil.example".to_owned(),
            format!("evil.example:{port}"),
            format!("127.0.0.1.evil.example:{port}"),
            format!("127.0.0.1:{}", port ^ 1),
            "127.0.0.1".to_owned(),
            String::new(),
            "\u{e4}".to_owned(),
        ];
        for host in others {
            let answer = say(route, &format!("Host: {host}\r\n"));
            assert!(matches!(answer.status, 400 | 403), "{route} {host}: {}", answer.status);
            assert!(!answer.text().contains("birth"), "{route} {host}");
        }
        assert_eq!(say(route, "").status, 400, "no host");
        let own = format!("Host: 127.0.0.1:{port}\r\n");
        assert_eq!(say(route, &format!("{own}Host: evil.example\r\n")).status, 400, "two hosts");
        // Written for a proxy, the first line has a host of its own.
        let target = format!("http://evil.example{route}");
        assert_eq!(say(&target, &own).status, 403, "{target}");
        for host in ["127.0.0.1", "localhost", "LocalHost", "[::1]"] {
            let lines = format!("Host: {host}:{port}\r\n");
            let head = format!("HEAD {route} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n");
            assert!(matches!(server.say(head.as_bytes()).status, 200 | 404), "{route} {host}");
        }
    }
    assert_eq!(server.say(b"GET / HTTP/1.0\r\n\r\n").status, 400);
    assert_eq!(server.say(b"GET /\r\n").status, 400);
}

#[test]
fn a_page_of_another_site_gets_nothing_on_any_route() {
    let server = Server::new();
    let port = server.address.port();
    for route in ROUTES {
        for origin in ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1", "file://", "\u{e4}"] {
            let answer = server.ask("GET", route, &format!("Origin: {origin}\r\n"));
            assert_eq!(answer.status, 403, "{route} {origin}");
            assert_eq!(answer.text(), "other sites get nothing here\n");
        }
        for origin in [format!("http://127.0.0.1:{port}"), format!("http://localhost:{port}")] {
            let answer = server.ask("HEAD", route, &format!("Origin: {origin}\r\n"));
            assert!(matches!(answer.status, 200 | 404), "{route} {origin}");
        }
        let both = format!("Origin: http://127.0.0.1:{port}\r\nOrigin: http://evil.example\r\n");
        assert_eq!(server.ask("GET", route, &both).status, 403, "{route}");
    }
}
