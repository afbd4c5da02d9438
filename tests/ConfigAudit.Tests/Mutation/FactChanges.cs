using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Facts;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Tests.Mutation;

/// <summary>A value in a snapshot's file, lost or other than it was.</summary>
internal static class FactChanges
{
    /// <summary>What no version of this product ever wrote there, or what says that nothing is known.</summary>
    public static IEnumerable<(Operator Operator, string Detail, JToken? Value)> Losses(FactProperty property)
    {
        yield return (Operator.Nulled, "null", JValue.CreateNull());
        yield return (Operator.Nulled, "left out", null);
        yield return (Operator.Mistyped, "an object", new JObject());
        switch (property.Kind)
        {
            case BooleanKind:
                yield return (Operator.Mistyped, "maybe", "maybe");
                yield return (Operator.Mistyped, "-1", -1);
                yield return (Operator.Mistyped, "2", 2);
                break;
            case NumberKind:
                yield return (Operator.Mistyped, "a word", "many");
                yield return (Operator.Mistyped, "1.5", 1.5);
                yield return (Operator.Mistyped, "too great for any number", decimal.MaxValue);
                break;
            case AgeKind:
                // A certificate that is over has less than nothing left.
                if (property.Name is not ("CertificateLeft" or "Left"))
                    yield return (Operator.Mistyped, "less than nothing", "-400.00:00:00");
                yield return (Operator.Mistyped, "a number", 3);
                break;
            case InstantKind or DayKind:
                yield return (Operator.Mistyped, "no day", "2026-02-30");
                yield return (Operator.Mistyped, "a number", 3);
                break;
            case StringKind:
                yield return (Operator.Mistyped, "a list", new JArray("x"));
                break;
            case { Item: not null }:
                yield return (Operator.Mistyped, "a text", "x");
                yield return (Operator.Nulled, "a null in the list", new JArray(JValue.CreateNull()));
                break;
            default:
                yield return (Operator.Mistyped, "no member", "Splendid");
                yield return (Operator.Mistyped, "a number for a name", "99");
                yield return (Operator.Mistyped, "a number", 1);
                break;
        }
    }

    /// <summary>What a host could have instead.</summary>
    public static IEnumerable<JToken> Others(FactProperty property, JToken value, IEnumerable<JToken> known)
    {
        var others = property.Kind switch
        {
            BooleanKind => new JToken[] { !(bool)value },
            NumberKind => new JToken[] { 0, 1, 2, 3, 500, 999999 },
            AgeKind => new JToken[] { "00:00:00", "400.00:00:00" },
            { Item: not null } => new JToken[] { new JArray() },
            { Type.IsEnum: true } => Enum.GetNames(property.Kind.Type).Select(name => (JToken)name),
            _ => Enumerable.Empty<JToken>(),
        };
        return others.Concat(known).Where(other => !JToken.DeepEquals(other, value));
    }
}
