using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Tests.Mutation;

/// <summary>What can be lost of a host's answers: each answer, all answers of one class or key at once, each value.</summary>
internal sealed class AnswerSites
{
    private readonly RecordedHost _host;
    private readonly Vocabulary _vocabulary;
    private readonly Func<(Snapshot Snapshot, HashSet<FactType> Reached), Outcome?[]> _judge;

    public AnswerSites(RecordedHost host, Vocabulary vocabulary, Func<(Snapshot Snapshot, HashSet<FactType> Reached), Outcome?[]> judge) =>
        (_host, _vocabulary, _judge) = (host, vocabulary, judge);

    public IEnumerable<Site> All()
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in _host.Answers.Keys.GroupBy(question => question.Group, StringComparer.OrdinalIgnoreCase))
        {
            // What the recording doesn't hold can't be lost.
            var questions = group.Where(question => _host.Answers[question].Gap is null).ToArray();
            if (questions.Length > 1)
                yield return Together(questions);
            foreach (var site in Unrecorded(questions))
                yield return site;
            foreach (var question in questions)
            {
                if (Counts(columns, question.Place, null))
                {
                    yield return Whole(question);
                    yield return Rest(question);
                }

                foreach (var cell in Cell.Of(_host.Answers[question]).Where(cell => Counts(columns, question.Place, cell.Property)))
                {
                    yield return Of(question, cell);
                    foreach (var twice in Twice(question, cell))
                        yield return twice;
                }
            }
        }
    }

    private static bool Counts(Dictionary<string, int> columns, string place, string? property)
    {
        columns.TryGetValue($"{place} {property}", out var count);
        columns[$"{place} {property}"] = count + 1;
        return count < Extent.Current.RowsOfOneColumn;
    }

    private Site Together(Question[] questions) =>
        new(
            questions[0].Group,
            "(all of it)",
            AnswerChanges
                .Losses(questions[0])
                .Where(loss => loss.Operator is Operator.Removed or Operator.Denied or Operator.TimedOut)
                .Select(loss => new Change(loss.Operator, loss.Detail, () => _judge(_host.With(questions, loss.Change))))
                .ToArray(),
            () => questions.SelectMany(Others)
        );

    /// <summary>A property that a condition looks at was never recorded, or is null on the host: it filters nothing away.</summary>
    private IEnumerable<Site> Unrecorded(Question[] questions)
    {
        if (
            questions.Length == 0
            || _host.Recording is not { } recording
            || !recording.Instances.TryGetValue(questions[0].Group, out var rows)
        )
        {
            yield break;
        }

        foreach (
            var name in questions
                .Where(question => question.Where is not null)
                .SelectMany(question => WqlStatement.Parse($"SELECT * FROM X WHERE {question.Where}").ConditionNames)
                .Distinct(StringComparer.OrdinalIgnoreCase)
        )
        {
            yield return new Site(
                questions[0].Group,
                name,
                new[]
                {
                    new Change(Operator.Removed, "never recorded", () => _judge(_host.With(new ReplaySource(Without(name)), questions))),
                },
                () => questions.SelectMany(Others)
            );
        }

        Recording Without(string name) => recording.With(questions[0].Group, rows.Select(row => AnswerSites.Without(row, name)).ToArray());
    }

    private static CimRow Without(CimRow row, string name) =>
        new(
            row.Names.Where(each => !each.Equals(name, StringComparison.OrdinalIgnoreCase))
                .ToDictionary(each => each, each => row[each], StringComparer.OrdinalIgnoreCase)
        );

    private Site Whole(Question question) =>
        new(
            question.Place,
            string.Empty,
            AnswerChanges
                .Losses(question)
                .Select(loss => new Change(loss.Operator, loss.Detail, () => _judge(_host.With(new[] { question }, loss.Change))))
                .ToArray(),
            () => Others(question)
        );

    private Site Rest(Question question) =>
        new(
            question.Place,
            "(rows)",
            AnswerChanges
                .Truncations(question)
                .Select(loss => new Change(loss.Operator, loss.Detail, () => _judge(_host.With(new[] { question }, loss.Change))))
                .ToArray(),
            () =>
                AnswerChanges
                    .More(question, _host.Answers[question], _vocabulary)
                    .Select(more => Change(Operator.Replaced, more.Detail, question, more.Answer))
        );

    private Site Of(Question question, Cell cell) =>
        new(
            question.Place,
            cell.Property,
            AnswerChanges
                .Losses(question, cell.Value)
                .Select(loss => Change(loss.Operator, $"{loss.Detail} for {Short(cell.Value)}", question, cell.With(loss.Value)))
                .ToArray(),
            () => Others(question, cell).Select(other => Change(Operator.Replaced, other.Detail, question, other.Answer))
        );

    /// <summary>One that says otherwise, before and after the one that there is.</summary>
    private IEnumerable<Site> Twice(Question question, Cell cell)
    {
        var rows = _host.Answers[question].Rows;
        if (rows.Count != 1 || !Least.IsOne(question))
            yield break;
        foreach (var (detail, other) in Others(question, cell))
        {
            var changes = new[]
            {
                Change(Operator.Contradicted, $"a second row with {detail}", question, CimAnswer.Of(rows.Concat(other.Rows).ToArray())),
                Change(Operator.Contradicted, $"a first row with {detail}", question, CimAnswer.Of(other.Rows.Concat(rows).ToArray())),
            };
            yield return new Site(
                question.Place,
                cell.Property,
                changes,
                () => new[] { Change(Operator.Replaced, detail, question, other) }
            );
        }
    }

    private IEnumerable<Change> Others(Question question)
    {
        var answer = _host.Answers[question];
        return AnswerChanges
            .Others(question, answer, _vocabulary)
            .Select(other => Change(Operator.Replaced, other.Detail, question, other.Answer))
            .Concat(
                Cell.Of(answer)
                    .Take(200)
                    .SelectMany(cell => Others(question, cell).Take(3))
                    .Select(other => Change(Operator.Replaced, other.Detail, question, other.Answer))
            );
    }

    private IEnumerable<(string Detail, CimAnswer Answer)> Others(Question question, Cell cell) =>
        AnswerChanges
            .Others(question, cell.Property, cell.Value, _vocabulary)
            .Select(value => ($"{cell.Property}={Short(value)}", cell.With(value)));

    private Change Change(Operator how, string detail, Question question, CimAnswer answer) =>
        new(how, detail, () => _judge(_host.With(new[] { question }, (_, _) => answer)));

    private static string Short(object value) =>
        Vocabulary.Text(value) is { Length: > 80 } text ? $"{text.Remove(80)}..." : Vocabulary.Text(value);
}
