//! What differs from one system to the next: modes, exchanging two folders, syncing a file system.
//!
//! The only file that names `rustix`. Decides nothing and words nothing: it does, or says why not.

pub(super) use system::*;

#[cfg(target_os = "linux")]
mod system {
    use std::fs::{self, File, Metadata, OpenOptions, Permissions};
    use std::io;
    use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
    use std::path::Path;

    use rustix::fs::{CWD, OFlags, RenameFlags, renameat_with, statfs, syncfs};
    use rustix::io::Errno;

    /// Opens a file for reading. Neither follows a link nor waits for a pipe's other end.
    pub(in super::super) fn open(path: &Path) -> io::Result<File> {
        // The casts keep the bits: both are the C `int` of open(2).
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
        OpenOptions::new().read(true).custom_flags(flags).open(path)
    }

    /// The permission bits of what lies at `path`.
    pub(in super::super) fn mode(path: &Path) -> Option<u32> {
        fs::symlink_metadata(path).ok().map(|data| data.permissions().mode() & 0o7777)
    }

    /// What the system says of a file without reading it: size, times, and which file it is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(in super::super) struct Stamp {
        size: u64,
        modified: (i64, i64),
        /// The time of the last change of any kind, which no program can set.
        changed: (i64, i64),
        node: (u64, u64),
    }

    impl Stamp {
        /// Whether it may be that nothing has happened to the file since its bytes were changed.
        pub(in super::super) fn is_of_writing(&self) -> bool {
            self.modified == self.changed
        }
    }

    /// Whether the system tells when a program has closed a file that it wrote.
    pub(in super::super) const TELLS_OF_CLOSING: bool = true;

    /// The stamp of a file.
    pub(in super::super) fn stamp(data: &Metadata) -> Stamp {
        Stamp {
            size: data.len(),
            modified: (data.mtime(), data.mtime_nsec()),
            changed: (data.ctime(), data.ctime_nsec()),
            node: (data.dev(), data.ino()),
        }
    }

    /// Which file or folder it is, whatever its name.
    pub(in super::super) fn node(data: &Metadata) -> Option<(u64, u64)> {
        Some((data.dev(), data.ino()))
    }

    /// Whether so many files are open, or so many watches taken, that no more are to be had.
    pub(in super::super) fn is_too_many(error: &io::Error) -> bool {
        [Errno::MFILE, Errno::NFILE].iter().any(|known| error.raw_os_error() == Some(known.raw_os_error()))
    }

    /// What a file system is that does not tell of changes made elsewhere, in words.
    pub(in super::super) fn silent(path: &Path) -> Option<&'static str> {
        // The numbers are those of statfs(2); the kernel's fields differ in width from one processor to the next.
        let number = statfs(path).ok()?.f_type;
        SILENT.iter().find(|(known, _)| i128::from(*known) == i128::from(number)).map(|(_, words)| *words)
    }

    const SILENT: &[(u32, &str)] = &[
        (0x6969, "a network share (NFS)"),
        (0x517b, "a network share (SMB)"),
        (0xff53_4d42, "a network share (SMB)"),
        (0xfe53_4d42, "a network share (SMB)"),
        (0x5346_414f, "a network share (AFS)"),
        (0x6b41_4653, "a network share (AFS)"),
        (0x7375_7245, "a network share (Coda)"),
        (0x564c, "a network share (NetWare)"),
        (0x00c3_6400, "a network share (Ceph)"),
        (0x0bd0_0bd0, "a network share (Lustre)"),
        (0x0116_1970, "a shared disk (GFS2)"),
        (0x7461_636f, "a shared disk (OCFS2)"),
        (0x0102_1997, "a folder of another system (9p)"),
        (0x786f_4256, "a folder of another system (VirtualBox)"),
        (0xbacb_acbc, "a folder of another system (VMware)"),
        (0x6573_5546, "a folder that another program provides (FUSE)"),
    ];

    /// Sets the permission bits, whatever the umask was.
    pub(in super::super) fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
        fs::set_permissions(path, Permissions::from_mode(mode))
    }

    /// What a thing is that is neither file nor folder nor link.
    pub(in super::super) fn oddity(kind: fs::FileType) -> &'static str {
        match () {
            () if kind.is_fifo() => "a pipe",
            () if kind.is_socket() => "a socket",
            () => "a device",
        }
    }

    /// Two folders take each other's name, in one step.
    pub(in super::super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    /// A folder gets a name that nothing has, in one step.
    pub(in super::super) fn put(from: &Path, to: &Path) -> io::Result<()> {
        Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
    }

    /// All that was written on the file system of `folder` since it was opened is on the disk.
    pub(in super::super) fn sync_all_below(folder: &File) -> io::Result<()> {
        Ok(syncfs(folder)?)
    }

    /// The entries of a folder are on the disk.
    pub(in super::super) fn sync_folder(path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }
}

/// Other systems can read a site, not publish one yet: exchanging two folders has to be tested there first.
#[cfg(not(target_os = "linux"))]
mod system {
    use std::fs::{self, File, Metadata};
    use std::io::{self, ErrorKind};
    use std::path::Path;
    use std::time::{Duration, UNIX_EPOCH};

    pub(in super::super) fn open(path: &Path) -> io::Result<File> {
        File::open(path)
    }

    pub(in super::super) fn mode(_: &Path) -> Option<u32> {
        None
    }

    /// Size and time have to do here.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(in super::super) struct Stamp {
        size: u64,
        modified: Option<Duration>,
    }

    impl Stamp {
        pub(in super::super) fn is_of_writing(&self) -> bool {
            true
        }
    }

    pub(in super::super) const TELLS_OF_CLOSING: bool = false;

    pub(in super::super) fn stamp(data: &Metadata) -> Stamp {
        Stamp { size: data.len(), modified: data.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()) }
    }

    pub(in super::super) fn node(_: &Metadata) -> Option<(u64, u64)> {
        None
    }

    pub(in super::super) fn is_too_many(_: &io::Error) -> bool {
        false
    }

    pub(in super::super) fn silent(_: &Path) -> Option<&'static str> {
        None
    }

    pub(in super::super) fn set_mode(_: &Path, _: u32) -> io::Result<()> {
        Ok(())
    }

    pub(in super::super) fn oddity(_: fs::FileType) -> &'static str {
        "not a regular file"
    }

    pub(in super::super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    pub(in super::super) fn put(_: &Path, _: &Path) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    pub(in super::super) fn sync_all_below(_: &File) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    pub(in super::super) fn sync_folder(_: &Path) -> io::Result<()> {
        Ok(())
    }
}
