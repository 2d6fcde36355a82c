//! Which requests are answered at all: those of somebody who reads, in a browser that was sent here.
//!
//! A page of another site can have a browser ask this server; it must get nothing. It can let its own name lead
//! to this computer ("DNS rebinding"), so `Host` has to be ours; and it says where it comes from in `Origin`.

use std::net::{IpAddr, SocketAddr};

/// What a request says of itself.
pub(super) struct Asked<'a> {
    pub(super) method: &'a str,
    /// Every `Host` line. One that is no text is `None`.
    pub(super) hosts: Vec<Option<&'a str>>,
    /// The host in the first line, where the request was written for a proxy.
    pub(super) target: Option<&'a str>,
    /// Every `Origin` line.
    pub(super) origins: Vec<Option<&'a str>>,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Not exactly one `Host`.
    NoHost,
    /// It was meant for another server.
    OtherHost,
    /// A page of another site asks.
    OtherOrigin,
    /// It wants more than to read.
    Method,
}

/// Where this server is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own(SocketAddr);

impl Own {
    pub(super) fn new(address: SocketAddr) -> Own {
        Own(address)
    }

    /// Why this request is not answered; `None` if it is.
    pub(super) fn refuses(self, asked: &Asked<'_>) -> Option<Refused> {
        let [host] = asked.hosts.as_slice() else { return Some(Refused::NoHost) };
        let is_own = |host: Option<&str>| host.is_some_and(|host| self.is_own_host(host));
        if !is_own(*host) || asked.target.is_some_and(|target| !is_own(Some(target))) {
            return Some(Refused::OtherHost);
        }
        let own_origin = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| self.is_own_host(host));
        if !asked.origins.iter().all(|origin| origin.is_some_and(own_origin)) {
            return Some(Refused::OtherOrigin);
        }
        (!matches!(asked.method, "GET" | "HEAD")).then_some(Refused::Method)
    }

    /// Whether `host` is a way to write where this server is: `127.0.0.1:1111`, `localhost:1111`.
    fn is_own_host(self, host: &str) -> bool {
        let port = self.0.port();
        let (name, given) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((name, rest)) => (name, rest.strip_prefix(':')),
            None => host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port))),
        };
        // Browsers leave port 80 out.
        let is_port = given.map_or(port == 80, |given| given == port.to_string());
        is_port && (name.eq_ignore_ascii_case("localhost") || name.parse().is_ok_and(|ip| self.is_own_ip(ip)))
    }

    /// A number is not a name: no other site can let it lead here. So where the server can be reached from outside,
    /// any number will do.
    fn is_own_ip(self, ip: IpAddr) -> bool {
        ip == self.0.ip() || ip.is_loopback() || self.0.ip().is_unspecified()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(address: &str, host: &str, origin: Option<&str>) -> Option<Refused> {
        let asked = Asked {
            method: "GET",
            hosts: vec![Some(host)],
            target: None,
            origins: origin.map(Some).into_iter().collect(),
        };
        Own::new(address.parse().unwrap()).refuses(&asked)
    }

    #[test]
    fn only_our_own_names_with_our_own_port() {
        for host in ["127.0.0.1:1111", "localhost:1111", "LOCALHOST:1111", "[::1]:1111"] {
            assert_eq!(told("127.0.0.1:1111", host, None), None, "{host}");
        }
        let others = [
            "evil.example:1111",
            "127.0.0.1:1112",
            "127.0.0.1",
            "localhost",
            "localhost.evil.example:1111",
            "127.0.0.1.evil.example:1111",
            "evil.example@127.0.0.1:1111",
            "192.168.0.5:1111",
            "[::1]1111",
            "localhost:1111:1111",
            "",
        ];
        for host in others {
            assert_eq!(told("127.0.0.1:1111", host, None), Some(Refused::OtherHost), "{host}");
        }
        assert_eq!(told("127.0.0.1:80", "localhost", None), None);
        assert_eq!(told("0.0.0.0:1111", "192.168.0.5:1111", None), None);
        assert_eq!(told("192.168.0.5:1111", "192.168.0.5:1111", None), None);
        assert_eq!(told("0.0.0.0:1111", "evil.example:1111", None), Some(Refused::OtherHost));
    }

    #[test]
    fn only_pages_of_our_own_may_ask() {
        let told = |origin| told("127.0.0.1:1111", "127.0.0.1:1111", Some(origin));
        assert_eq!(told("http://127.0.0.1:1111"), None);
        assert_eq!(told("http://localhost:1111"), None);
        for origin in ["http://evil.example", "null", "https://127.0.0.1:1111", "http://127.0.0.1:2222", ""] {
            assert_eq!(told(origin), Some(Refused::OtherOrigin), "{origin}");
        }
    }
}
