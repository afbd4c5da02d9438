using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Rows of Win32_UserProfile to profile facts.</summary>
internal static class ProfilesReader
{
    private const string Source = "root/cimv2:Win32_UserProfile";

    public static FactSet<ProfileFact> Read(Collection collection, CimAnswer answer, FactSet<AccountFact> accounts)
    {
        var facts = new FactSetBuilder<ProfileFact>();
        // The system's own accounts have theirs before anybody logs on.
        answer = Least.One(new LocalText("プロファイル", "a profile")).Of(answer, Source);
        foreach (var row in answer.Rows)
        {
            var sid = row.Named("SID");
            facts.Add(
                new ProfileFact
                {
                    ComputerName = collection.ComputerName,
                    Source = Source,
                    Sid = sid,
                    Account = sid is null
                        ? null
                        : accounts
                            .Items.FirstOrDefault(account => string.Equals(account.Sid, sid, StringComparison.OrdinalIgnoreCase))
                            ?.Name,
                    Path = row.Text("LocalPath"),
                    LastUsedAt = row.Instant("LastUseTime"),
                    IsLoaded = row.Flag("Loaded"),
                    IsSpecial = row.Flag("Special"),
                }
            );
        }

        facts.MayLack(answer.Gap);
        facts.Unread(
            new Gap(
                GapKind.NotSupported,
                Source,
                new LocalText("名前を調べるのはローカルアカウントだけ", "only local accounts are asked for their names")
            ),
            nameof(ProfileFact.Account)
        );
        facts.Unread(
            answer.Gap ?? new Gap(GapKind.Unusable, Source, new LocalText("値の応答がない", "the host gave no value")),
            nameof(ProfileFact.Sid),
            nameof(ProfileFact.Path),
            nameof(ProfileFact.LastUsedAt),
            nameof(ProfileFact.IsLoaded),
            nameof(ProfileFact.IsSpecial)
        );
        return facts.Build();
    }
}
