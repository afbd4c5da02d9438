namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>What becomes of a value in a recording that is handed on under other names. What isn't declared doesn't get into it at
/// all.</summary>
internal enum Disclosure
{
    /// <summary>A fact: a state, a number, a version, a moment, a word out of a fixed list. It stays to the letter.</summary>
    Fact,

    /// <summary>The name of a program, a service, a product or its maker, which facts rest on. It stays, but for a name of this host, its
    /// people or its domain in it.</summary>
    Program,

    /// <summary>What a catalogue reads: a version or a date. Anything else is left unread.</summary>
    Version,

    /// <summary>A file or folder: folders of Windows and of programs stay, and so does a program's own name; a person's folder and all
    /// others don't.</summary>
    Path,

    /// <summary>A program's path with arguments, which are left out.</summary>
    Command,

    /// <summary>A device's PnP id, of which the last part may be its serial number.</summary>
    Device,

    Host,
    Domain,

    /// <summary>An account. Whether its name is somebody's or everybody's is what accounts are judged by, and stays.</summary>
    Account,

    /// <summary>What an account's owner is called in full; whether that is a person stays.</summary>
    FullName,

    Sid,

    /// <summary>An address, a network or a range of addresses, or a word for one.</summary>
    Address,

    Mac,

    /// <summary>Servers by name, address, URL or UNC path, one or more in a text.</summary>
    Server,

    /// <summary>What somebody called something.</summary>
    Label,

    /// <summary>A key that instances of several classes share: a GUID stays.</summary>
    Identifier,

    /// <summary>A firewall rule as text ([MS-GPFAS] §2.2.2.19).</summary>
    Rule,

    /// <summary>A cloud client's key: provider, SID and account between exclamation marks.</summary>
    SyncRoot,

    /// <summary>A folder that a cloud client keeps in step: its volume stays.</summary>
    SyncFolder,

    /// <summary>A path to another instance: its keys are treated by their names.</summary>
    Reference,

    /// <summary>The insertion strings of an event, by its number and their positions.</summary>
    Event,
}
