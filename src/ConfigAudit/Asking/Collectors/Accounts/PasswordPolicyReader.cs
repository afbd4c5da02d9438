using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Rows of RSOP_SecuritySettingNumeric and RSOP_SecuritySettingBoolean to the password policy.</summary>
internal static class PasswordPolicyReader
{
    public static readonly CimQuery Numbers = new(
        "root/rsop/computer",
        "RSOP_SecuritySettingNumeric",
        new[] { "KeyName", "Setting", "precedence" }.Concat(AppliedSetting.Properties).ToArray(),
        "precedence=1"
    );

    public static readonly CimQuery Flags = Numbers with { Class = "RSOP_SecuritySettingBoolean" };

    /// <summary>-1 in a number without a sign.</summary>
    private const long Never = uint.MaxValue;

    private static readonly Gap Undelivered = new(
        GapKind.NotSupported,
        Numbers.Source,
        new LocalText(
            "グループポリシーで配布されていないか、配布の記録が残らない設定である。ローカルポリシーの内容はCIMでは取得できない",
            "group policy didn't deliver it, or doesn't log what it delivers; what local policy says can't be asked over CIM"
        )
    );

    private static readonly Gap Nameless = new(
        GapKind.Unusable,
        Numbers.Source,
        new LocalText("名前のない設定があり、どの設定か分からない", "a setting doesn't tell its name, so it may be any")
    );

    public static FactSet<PasswordPolicyFact> Read(Collection collection, CimAnswer numbers, CimAnswer flags)
    {
        var facts = new FactSetBuilder<PasswordPolicyFact>();
        facts.Add(
            new PasswordPolicyFact
            {
                ComputerName = collection.ComputerName,
                Source = $"{Numbers.Source}; {Flags.Source}",
                MinimumLength = facts.Known(nameof(PasswordPolicyFact.MinimumLength), Number(numbers, "MinimumPasswordLength", 128)),
                RequiresComplexity = facts.Known(nameof(PasswordPolicyFact.RequiresComplexity), Flag(flags, "PasswordComplexity")),
                HistorySize = facts.Known(nameof(PasswordPolicyFact.HistorySize), Number(numbers, "PasswordHistorySize", 24)),
                MaximumAgeDays = facts.Known(nameof(PasswordPolicyFact.MaximumAgeDays), NumberOrNever(numbers, "MaximumPasswordAge", 999)),
                StoresReadably = facts.Known(nameof(PasswordPolicyFact.StoresReadably), Flag(flags, "ClearTextPassword")),
                LockoutThreshold = facts.Known(nameof(PasswordPolicyFact.LockoutThreshold), Number(numbers, "LockoutBadCount", 999)),
                LockoutMinutes = facts.Known(nameof(PasswordPolicyFact.LockoutMinutes), NumberOrNever(numbers, "LockoutDuration", 99_999)),
                LockoutResetMinutes = facts.Known(
                    nameof(PasswordPolicyFact.LockoutResetMinutes),
                    Number(numbers, "ResetLockoutCount", 99_999)
                ),
            }
        );
        return facts.Build();
    }

    /// <summary>A number that the policy's editor takes; another isn't believed.</summary>
    private static Reading<long?> Number(CimAnswer answer, string name, long most) =>
        Setting<long?>(answer, Numbers, name, row => Within(row.Number("Setting"), most));

    private static Reading<long?> NumberOrNever(CimAnswer answer, string name, long most) =>
        Setting(answer, Numbers, name, row => row.Number("Setting") is -1 or Never ? 0 : Within(row.Number("Setting"), most));

    private static Reading<bool?> Flag(CimAnswer answer, string name) => Setting(answer, Flags, name, row => row.Flag("Setting"));

    private static long? Within(long? number, long most) => number is >= 0 && number <= most ? number : null;

    /// <summary>Of one setting there is one instance of precedence 1.</summary>
    private static Reading<V> Setting<V>(CimAnswer answer, CimQuery asked, string name, Func<CimRow, V?> read)
    {
        var rows = answer.Rows.Where(row => string.Equals(row.Text("KeyName"), name, StringComparison.OrdinalIgnoreCase)).ToArray();
        // Of an answer that was cut off, or a row without its name, the rest may say something else of the same setting.
        var open = answer.Gap ?? (answer.Rows.Any(row => row.Named("KeyName") is null) ? Nameless with { Source = asked.Source } : null);
        open ??= rows.Select(row => AppliedSetting.Doubt(row, asked.Source, name)).FirstOrDefault(doubt => doubt is not null);
        return rows.Length == 0 || open is not null
            ? Reading<V>.Unknown(open ?? Undelivered)
            : new SoleInstance(CimAnswer.Of(rows), asked.Source).Read(name, read);
    }
}
