using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>The local Administrators group, found by its SID since its name is localised, and the rows of its members.</summary>
/// <param name="Domain">The host's own name, as members are written; null when the group wasn't found.</param>
/// <param name="Members">Rows of Win32_GroupUser.</param>
internal sealed record LocalGroup(string? Domain, CimAnswer Members)
{
    public const string Source = "root/cimv2:Win32_GroupUser";

    public static readonly CimQuery Group = new(
        "root/cimv2",
        "Win32_Group",
        new[] { "Name", "Domain" },
        "LocalAccount=TRUE AND SID='S-1-5-32-544'"
    );

    public static readonly SourceInfo MembersInfo = new(Source, new[] { "GroupComponent", "PartComponent" });

    public static async Task<LocalGroup> AskAsync(Collection collection, CancellationToken token)
    {
        if (collection.Kind == HostKind.DomainController)
        {
            return new LocalGroup(
                null,
                CimAnswer.Failed(
                    GapKind.NotSupported,
                    Source,
                    new LocalText(
                        "ドメインコントローラには独自のローカルグループがない",
                        "a domain controller has no local group of its own"
                    )
                )
            );
        }

        var group = await collection.Source.QueryAsync(Group, token).ConfigureAwait(false);
        var named = group.Rows.Select(row => (Name: row.Named("Name"), Domain: row.Named("Domain"))).Distinct().ToArray();
        if (named.Length != 1 || named[0] is not ({ } name, { } domain))
        {
            var gap =
                group.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    Group.Source,
                    named.Length > 1
                        ? new LocalText("グループ S-1-5-32-544 が複数示されている", "the host names several groups S-1-5-32-544")
                        : new LocalText("グループ S-1-5-32-544 が示されない", "the host names no group S-1-5-32-544")
                );
            return new LocalGroup(null, CimAnswer.Of(Array.Empty<CimRow>(), gap));
        }

        // Without the filter, WMI walks every group of the domain.
        var members = await collection.Source.QueryAsync(Of(name, domain), token).ConfigureAwait(false);
        return new LocalGroup(
            domain,
            Least
                .One(
                    new LocalText(
                        "Administratorsのメンバー（少なくとも組み込みのもの）",
                        "a member of its Administrators, if only the built-in one"
                    )
                )
                .Of(members, Source)
        );
    }

    /// <summary>A path in a WQL literal: the path's own escapes are escaped again. Apostrophes need none in double quotes.</summary>
    public static CimQuery Of(string name, string domain) =>
        new(
            "root/cimv2",
            "Win32_GroupUser",
            new[] { "PartComponent" },
            $"GroupComponent=\"Win32_Group.Domain=\\\"{Escaped(domain)}\\\",Name=\\\"{Escaped(name)}\\\"\""
        );

    private static string Escaped(string value) => Literal(Literal(value));

    private static string Literal(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"");
}
