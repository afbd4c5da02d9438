using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>Where a host's answers hold addresses of its network.</summary>
internal static class AddressPlaces
{
    public static readonly HashSet<string> Properties = new(StringComparer.OrdinalIgnoreCase)
    {
        "IPAddress", "DefaultIPGateway", "DNSServerSearchOrder", "NextHop", "Destination", "DestinationPrefix", "RemoteAddress",
    };

    public static readonly HashSet<string> MacProperties = new(StringComparer.OrdinalIgnoreCase) { "MACAddress", "LinkLayerAddress" };

    /// <summary>Fields of a firewall rule's text.</summary>
    public static readonly HashSet<string> RuleFields = new(StringComparer.OrdinalIgnoreCase) { "RA4", "RA6", "LA4", "LA6" };
}
