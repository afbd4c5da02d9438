using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// Whether words in Latin letters can be a name or an office: each with a capital, a number or the sound of a Japanese name, but for
/// particles (of, van) and what offices are
/// made of. What has other words is a sentence, which may say anything.
/// </summary>
internal static class LatinName
{
    private static readonly HashSet<string> Particles = Set(
        "of for the and de del della van von der den di da dos du la le bin binti al el y e st"
    );

    private static readonly HashSet<string> Offices = Set(
        """
        acting administrator administration advisor adviser agency analyst architect assistant associate audit auditor authority board branch bureau business centre center chair chairman
        chairperson chief city clerk cloud commission commissioner committee compliance control coordinator council cyber data database department dept deputy desk development digital director
        division dpo engineer engineering executive facilities finance general governor group head health helpdesk human information infrastructure interim internal it joint junior lead leader
        local management manager mayor member municipal network office officer operation operations owner personnel planning policy prefectural president principal privacy project
        protection public quality registry representative resources risk safety secretary section secretariat security senior server service services staff sub subcommittee superintendent
        supervisor support system systems tax team technical technology test treasurer unit vice village town welfare
        """
    );

    private static readonly HashSet<string> Agreeing = Set(
        "approved signed accepted authorised authorized ok confirmed granted on dated acting deputy concurrently then former ex ext extension tel phone"
    );

    private static readonly HashSet<string> Posts = Set("CEO CIO CISO CTO COO CFO CSO CRO CDO CPO DPO CSIRT SOC PM PMO IT ICT DX HQ");

    /// <summary>Syllables of Japanese names as they are written in Latin letters.</summary>
    private static readonly Regex Romaji = LinearPattern.Of(
        "^(?:(?:[kgsztdnhbpmry]y?|sh|ch|ts|j|f|w)?[aiueo](?:h(?![aiueoy]))?|n(?![aiueoy])|m(?=[bpm])|k(?=k)|s(?=s)|t(?=[tc])|p(?=p))+$",
        RegexOptions.IgnoreCase
    );

    public static bool IsLatin(string word) => word.Any(char.IsLetter) && word.All(letter => letter < 0x250);

    /// <param name="words">Several, all of them in Latin letters.</param>
    public static bool MayBe(IReadOnlyCollection<string> words) =>
        words.All(word =>
            char.IsUpper(word[0])
            || word.Any(char.IsDigit)
            || Particles.Contains(word)
            || Offices.Contains(word)
            || word.Length == 1
            || (
                IsJapanese(word)
                && !PartyWords.Answers.Contains(word)
                && !PartyWords.Between.Contains(word)
                && !PartyWords.EnglishMeans.Contains(word)
            )
        );

    /// <summary>Whether a note beside a name says nothing against it: an office, a Japanese name, one with an initial or a title, or that
    /// it is approved.</summary>
    public static bool IsHarmless(IReadOnlyCollection<string> words) =>
        words.Any(word => char.IsUpper(word[0])) && words.First() is "Mr" or "Ms" or "Mrs" or "Dr" or "Prof" ? MayBe(words)
        : words.Count > 1 && words.First().Length == 1 && char.IsUpper(words.First()[0]) ? MayBe(words)
        : words.All(word =>
            Agreeing.Contains(word)
            || Offices.Contains(word)
            || Posts.Contains(word)
            || Particles.Contains(word)
            || (char.IsUpper(word[0]) && IsJapanese(word) && !PartyWords.Answers.Contains(word))
        );

    private static bool IsJapanese(string word) => word.Length > 2 && Romaji.IsMatch(word);

    private static HashSet<string> Set(string text) =>
        new(text.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
