using System;
using System.Collections.Generic;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>Who is audited: a name, what the organisation declares of it, and how it is reached.</summary>
public sealed record Target
{
    /// <summary>Tags as a list of hosts has them, so that they come back from Export-Csv.</summary>
    internal const string TagSeparator = ";";

    private readonly string _computerName = string.Empty;
    private readonly IReadOnlyList<string> _tags = Tagged(Array.Empty<string>());

    /// <summary>A target known by <paramref name="computerName"/> alone.</summary>
    /// <param name="computerName">The name that findings carry.</param>
    public Target(string computerName) => ComputerName = computerName;

    /// <summary>The name that findings carry.</summary>
    public string ComputerName
    {
        get => _computerName;
        // A directory may hold any name, and this one goes everywhere.
        init => _computerName = HostileText.Harmless(HostName.Written(value));
    }

    /// <summary>The address to reach it by, when that isn't the name.</summary>
    public string? Address { get; init; }

    /// <summary>The network zone that it is declared to stand in; null when nobody declared one.</summary>
    public Zone? Zone { get; init; }

    /// <summary>What it is declared to be for; null when nobody declared it.</summary>
    public HostRole? Role { get; init; }

    /// <summary>The municipality's network model; null when nobody declared it.</summary>
    public NetworkModel? Model { get; init; }

    /// <summary>Words of the organisation's own, for grouping.</summary>
    public IReadOnlyList<string> Tags
    {
        get => _tags;
        init => _tags = Tagged(value);
    }

    /// <summary>The recording that answers in its place; null for a live host.</summary>
    public string? RecordingPath { get; init; }

    /// <summary>The port of its management service; null for the protocol's own.</summary>
    public int? Port { get; init; }

    /// <summary>How it is asked; null for what is said to the cmdlet.</summary>
    public SessionProtocol? Protocol { get; init; }

    /// <summary>Whether its management service is asked over TLS; null for what is said to the cmdlet.</summary>
    public bool? UseSsl { get; init; }

    /// <summary>What is wrong with the row that declares it, in the user's language; null for nothing. Such a host isn't asked, and stays in
    /// the count.</summary>
    public string? Mistake => MistakeTold?.ToString();

    /// <summary>The same in both languages: what was collected is read by people of either.</summary>
    internal LocalText? MistakeTold { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ComputerName;

    private static ValueList<string> Tagged(IReadOnlyList<string> tags) => new(tags, tag => tag, TagSeparator);
}
