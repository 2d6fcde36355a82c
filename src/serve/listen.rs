//! Where the preview can be reached: an address of this computer, and the next port that is free.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr, TcpListener};

/// How many ports are tried, one after the other.
const TRIES: u16 = 100;

/// A port of this computer that is the preview's from now on, although nobody answers there yet.
#[derive(Debug)]
pub struct Bound {
    pub(super) listener: TcpListener,
    address: SocketAddr,
    wanted: u16,
}

/// Takes the port `wanted` at `ip`, or the next one that is free; port 0 is any that is free.
pub fn bind(ip: IpAddr, wanted: u16) -> io::Result<Bound> {
    let mut last = io::Error::from(ErrorKind::AddrInUse);
    for port in (wanted..=u16::MAX).take(usize::from(TRIES)) {
        match TcpListener::bind((ip, port)) {
            Ok(listener) => {
                let address = listener.local_addr()?;
                listener.set_nonblocking(true)?;
                return Ok(Bound { listener, address, wanted });
            }
            // Somebody else's, or one that only the system's administrator may take.
            Err(error) if matches!(error.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied) => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

impl Bound {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The port that was asked for, where another had to be taken.
    pub fn moved_from(&self) -> Option<u16> {
        (self.wanted != 0 && self.wanted != self.address.port()).then_some(self.wanted)
    }

    /// Whether other computers can reach it.
    pub fn is_open(&self) -> bool {
        !self.address.ip().is_loopback()
    }

    /// What to type into a browser on this computer: `http://127.0.0.1:1111/`.
    pub fn url(&self) -> String {
        let mut address = self.address;
        if address.ip().is_unspecified() {
            address.set_ip(match address.ip() {
                IpAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
                IpAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
            });
        }
        format!("http://{address}/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_moves_on_to_the_next() {
        let first = bind(IpAddr::from([127, 0, 0, 1]), 0).unwrap();
        assert_eq!(first.moved_from(), None);
        let port = first.address().port();
        let second = bind(IpAddr::from([127, 0, 0, 1]), port).unwrap();
        assert_eq!(second.moved_from(), Some(port));
        assert!(second.address().port() > port);
        assert!(!second.is_open());
    }
}
