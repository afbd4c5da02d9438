using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>What an overlay makes of a check that another baseline has. To ask for less takes a reason.</summary>
internal static class CheckChange
{
    public static Check Of(Check check, JsonNode node, BaselineLayer layer)
    {
        node.AllowOnly("enabled", "severity", "obligation", "guideline", "reason", "change", "successor");
        if ((node.Has("change") || node.Has("successor")) && layer.Edition is null)
        {
            throw node.Error(
                new LocalText(
                    "チェック項目の 'change' と 'successor' を書けるのは、ガイドラインの版（'edition'）だけです",
                    "only an edition of the guideline ('edition') has a 'change' or a 'successor' of a check"
                )
            );
        }

        var reason = node.Has("reason") ? CheckReader.Words(node["reason"]) : null;
        var changed = check with
        {
            ChangedBy = layer.Id,
            ChangeReason = reason ?? check.ChangeReason,
            EditionChange = node.Has("change") ? node["change"].Enum<EditionChange>() : EditionChange.Unknown,
            Successor = node.TextOrNull("successor"),
        };
        if (node.Has("enabled"))
            changed = changed with { IsEnabled = node["enabled"].Flag() };
        if (node.Has("severity"))
            changed = changed with { Severity = node["severity"].Enum<Severity>() };
        if (node.Has("obligation"))
            changed = changed with { Obligation = node["obligation"].Enum<Obligation>() };
        if (string.IsNullOrWhiteSpace(reason?.Ja) || string.IsNullOrWhiteSpace(reason?.En))
            DemandReason(check, changed, node);
        if (!node.Has("guideline"))
            return changed;
        // The place moves between editions; what was commented on it doesn't.
        var guideline = CheckReader.Guideline(node["guideline"]);
        return changed with
        {
            Guideline = node["guideline"].Has("comments") ? guideline : guideline with { Comments = check.Guideline.Comments },
        };
    }

    /// <summary>What asks for less is a decision. Asking for less gravely is one, too: notices and reports leave out what is below a
    /// severity.</summary>
    private static void DemandReason(Check check, Check changed, JsonNode node)
    {
        if (node.Has("enabled") && !changed.IsEnabled)
        {
            throw node.Error(
                new LocalText(
                    "チェック項目を無効にするには 'reason'（理由）が必要です。監査人に尋ねられます",
                    "a check is switched off with a 'reason' only: an auditor will ask for it"
                )
            );
        }

        if (changed.Severity < check.Severity)
        {
            throw node["severity"]
                .Error(
                    new LocalText(
                        $"重大度を {check.Severity} から下げるには 'reason'（理由）が必要です。監査人に尋ねられます",
                        $"the severity is lowered from {check.Severity} with a 'reason' only: an auditor will ask for it"
                    )
                );
        }

        // The strongest stands first.
        if (changed.Obligation > check.Obligation)
        {
            throw node["obligation"]
                .Error(
                    new LocalText(
                        $"義務の強さを {check.Obligation} から下げるには 'reason'（理由）が必要です。監査人に尋ねられます",
                        $"the obligation is lowered from {check.Obligation} with a 'reason' only: an auditor will ask for it"
                    )
                );
        }

        if (node.Has("change"))
        {
            throw node["change"]
                .Error(
                    new LocalText("版による変更には 'reason'（理由）が必要です", "what an edition changed stands here with a 'reason' only")
                );
        }
    }
}
