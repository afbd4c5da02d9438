using System;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Vpn;

/// <summary>The out parameters of PS_VpnConnection.Get to connection facts.</summary>
internal static class VpnReader
{
    private const string Source = "root/Microsoft/Windows/RemoteAccess/Client:PS_VpnConnection.Get";

    public static FactSet<VpnConnectionFact> Read(Collection collection, CimAnswer allUsers, CimAnswer callers)
    {
        var facts = new FactSetBuilder<VpnConnectionFact>();
        facts.RestsOn(Source);
        facts.Unread(
            new Gap(GapKind.Unusable, Source, "a connection doesn't tell it, or by a value that isn't documented"),
            nameof(VpnConnectionFact.Tunnel), nameof(VpnConnectionFact.Encryption), nameof(VpnConnectionFact.Authentication), nameof(VpnConnectionFact.SplitTunneling), nameof(VpnConnectionFact.RemembersCredential));
        Read(facts, collection, allUsers, isAllUsers: true);
        Read(facts, collection, callers, isAllUsers: false);
        facts.MayLack(
            new Gap(GapKind.NotSupported, Source, "the phonebooks of other users can't be read from outside"),
            new VpnConnectionFact { AllUsers = false });
        return facts.Build();
    }

    private static void Read(FactSetBuilder<VpnConnectionFact> facts, Collection collection, CimAnswer answer, bool isAllUsers)
    {
        foreach (var result in answer.Rows)
        {
            // Without a return value it is no answer, and an empty list means nothing.
            if (result.Number("ReturnValue") is var code && code is not 0)
            {
                facts.MayLack(new Gap(GapKind.Unusable, Source, $"the method returned {(code is { } told ? CimErrors.Words(told) : "nothing")}"), new VpnConnectionFact { AllUsers = isAllUsers });
                continue;
            }

            // No connection is null; a list that holds anything but connections may hold any.
            var rows = result.Rows("cmdletOutput") ?? Array.Empty<CimRow>();
            if (rows.Count < result.Count("cmdletOutput"))
                facts.MayLack(new Gap(GapKind.Unusable, Source, "what was listed as a connection can't be read"), new VpnConnectionFact { AllUsers = isAllUsers });
            foreach (var row in rows)
            {
                facts.Add(Connection(collection, row, isAllUsers));
                facts.Unread(Nowhere(row.Text("ServerAddress")), nameof(VpnConnectionFact.ServerIsPublic));
            }
        }

        facts.MayLack(answer.Gap, new VpnConnectionFact { AllUsers = isAllUsers });
    }

    /// <summary>Why it isn't known whether the server stands on the internet; null where it is.</summary>
    private static Gap? Nowhere(string? server) => server switch
    {
        null => new Gap(GapKind.Unusable, Source, "a connection doesn't tell its server"),
        _ when VpnServer.Address(server) is not null => null,
        _ => new Gap(GapKind.NotSupported, Source, $"the server '{server}' is named, and not by an address: only DNS could tell whether it stands on the internet"),
    };

    private static VpnConnectionFact Connection(Collection collection, CimRow row, bool isAllUsers)
    {
        var server = row.Text("ServerAddress");
        return new VpnConnectionFact
        {
            ComputerName = collection.ComputerName,
            Source = Source,
            Name = row.Text("Name"),
            AllUsers = row.Flag("AllUserConnection") ?? isAllUsers,
            ServerAddress = server,
            ServerIsPublic = VpnServer.Address(server) is { } address ? AddressRanges.IsPublic(address) : null,
            Tunnel = Named<VpnTunnel>(row.Text("TunnelType")),
            Encryption = Named<VpnEncryption>(row.Text("EncryptionLevel")),
            Authentication = row.Texts("AuthenticationMethod"),
            SplitTunneling = row.Flag("SplitTunneling"),
            RemembersCredential = row.Flag("RememberCredential"),
        };
    }

    private static E? Named<E>(string? name)
        where E : struct, Enum =>
        Enum.TryParse<E>(name, ignoreCase: true, out var value) && Enum.IsDefined(typeof(E), value) ? value : null;
}
