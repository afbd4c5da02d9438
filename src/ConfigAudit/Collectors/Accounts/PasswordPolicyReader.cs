using System;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Accounts;

/// <summary>Rows of RSOP_SecuritySettingNumeric and RSOP_SecuritySettingBoolean to the password policy.</summary>
internal static class PasswordPolicyReader
{
    public static readonly CimQuery Numbers = new("root/rsop/computer", "RSOP_SecuritySettingNumeric", new[] { "KeyName", "Setting", "precedence" }, "precedence=1");

    public static readonly CimQuery Flags = Numbers with { Class = "RSOP_SecuritySettingBoolean" };

    /// <summary>-1 in a number without a sign.</summary>
    private const long Never = uint.MaxValue;

    public static FactSet<PasswordPolicyFact> Read(Collection collection, CimAnswer numbers, CimAnswer flags)
    {
        var facts = new FactSetBuilder<PasswordPolicyFact>();
        facts.Add(new PasswordPolicyFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{Numbers.Source}; {Flags.Source}",
            MinimumLength = Number(numbers, "MinimumPasswordLength"),
            RequiresComplexity = Row(flags, "PasswordComplexity")?.Flag("Setting"),
            HistorySize = Number(numbers, "PasswordHistorySize"),
            MaximumAgeDays = NumberOrNever(numbers, "MaximumPasswordAge"),
            StoresReadably = Row(flags, "ClearTextPassword")?.Flag("Setting"),
            LockoutThreshold = Number(numbers, "LockoutBadCount"),
            LockoutMinutes = NumberOrNever(numbers, "LockoutDuration"),
            LockoutResetMinutes = Number(numbers, "ResetLockoutCount"),
        });

        facts.Unread(
            numbers.Gap, nameof(PasswordPolicyFact.MinimumLength), nameof(PasswordPolicyFact.HistorySize), nameof(PasswordPolicyFact.MaximumAgeDays), nameof(PasswordPolicyFact.LockoutThreshold),
            nameof(PasswordPolicyFact.LockoutMinutes), nameof(PasswordPolicyFact.LockoutResetMinutes));
        facts.Unread(flags.Gap, nameof(PasswordPolicyFact.RequiresComplexity), nameof(PasswordPolicyFact.StoresReadably));
        facts.Unread(
            new Gap(GapKind.NotSupported, Numbers.Source, "group policy didn't deliver it, or doesn't log what it delivers; what local policy says can't be asked over CIM"),
            FactType<PasswordPolicyFact>.Instance.Properties.Select(property => property.Name).Where(name => name is not (nameof(Fact.ComputerName) or nameof(Fact.Source))).ToArray());
        return facts.Build();
    }

    private static CimRow? Row(CimAnswer answer, string name) => answer.Rows.FirstOrDefault(row => string.Equals(row.Text("KeyName"), name, StringComparison.OrdinalIgnoreCase));

    private static long? Number(CimAnswer answer, string name) => Row(answer, name)?.Number("Setting");

    private static long? NumberOrNever(CimAnswer answer, string name) => Number(answer, name) is var number && (number == Never || number < 0) ? 0 : number;
}
