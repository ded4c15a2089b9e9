using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.People;

/// <summary>
/// The steering committees of the sample: the district's of 2016, renewed in 2018, its meetings quarter by quarter (that of the quarter of the epidemic put off), and the province's.
/// Most conclusions were done, some late; two are open on the sample's day. Made up, like the whole office.
/// </summary>
internal static class SampleCommittee
{
    private const string Place = "Phòng họp số 2, trụ sở UBND huyện Mẫu Năm";

    /// <summary>Quarter, day, papers sent on, notice, and conclusions: text, owner, due, done on and what shows it.</summary>
    private static readonly (int Year, int Month, DateOnly Day, DateOnly Papers, string Notice, (string Text, string Owner, DateOnly Due, DateOnly? Done, string Proof)[] Conclusions)[] Held =
    [
        (2018, 10, new(2018, 12, 14), new(2018, 12, 10), "61/TB-BCĐ",
            [("Bố trí lực lượng bảo vệ các cuộc cưỡng chế đã có kế hoạch của quý I/2019", "partner:CA", new(2019, 1, 31), new(2019, 1, 25), "Kế hoạch bảo vệ số 07/KH-CAH")]),
        (2019, 1, new(2019, 3, 22), new(2019, 3, 18), "14/TB-BCĐ",
            [("Trả lời thông tin quyền sử dụng đất của các việc Chi cục đã yêu cầu", "partner:PTNMT", new(2019, 4, 30), new(2019, 5, 14), "Công văn số 212/PTNMT")]),
        (2019, 4, new(2019, 6, 21), new(2019, 6, 14), "33/TB-BCĐ",
            [("Phân công cán bộ tham gia vận động người phải thi hành án trên địa bàn", "partner:UB-X03", new(2019, 7, 31), new(2019, 7, 25), "Quyết định phân công số 88/QĐ-UBND")]),
        (2019, 7, new(2019, 9, 20), new(2019, 9, 13), "52/TB-BCĐ",
        [
            ("Lập danh sách việc có điều kiện thi hành, tồn trên ba năm, kèm biện pháp từng việc", "unit:D05", new(2019, 10, 15), new(2019, 10, 11), "Báo cáo số 240/BC-CCTHADS"),
            ("Rà soát số dư tài khoản tạm giữ của các việc thi hành án", "partner:KBNN", new(2019, 10, 31), new(2019, 10, 28), "Biên bản đối chiếu ngày 28/10/2019"),
        ]),
        (2019, 10, new(2019, 12, 20), new(2019, 12, 16), "70/TB-BCĐ",
        [
            ("Chọn thời gian và lập kế hoạch đợt cao điểm thi hành án năm 2020", "unit:D05", new(2020, 3, 31), new(2020, 3, 20), "Kế hoạch đợt cao điểm trình Ban chỉ đạo"),
            ("Phối hợp vận động người phải thi hành án là đoàn viên, hội viên", "partner:MTTQ", new(2020, 3, 31), new(2020, 3, 27), "Báo cáo số 15/BC-MTTQ"),
            ("Cho ý kiến về giá đất của các việc đang kê biên", "partner:PTC", new(2020, 2, 28), new(2020, 3, 11), "Công văn số 96/PTCKH"),
        ]),
        (2020, 1, new(2020, 3, 6), new(2020, 3, 5), "12/TB-BCĐ",
        [
            ("Không tổ chức cưỡng chế đông người khi có dịch; chuyển sang vận động qua điện thoại, tại nhà", "unit:D05", new(2020, 4, 30), new(2020, 4, 29), "Báo cáo số 81/BC-CCTHADS"),
            ("Hoàn thành đo đạc các thửa đất đã kê biên", "partner:VPDK", new(2020, 5, 29), new(2020, 7, 8), "Mảnh trích đo các thửa đã kê biên"),
        ]),
        (2020, 7, new(2020, 8, 28), new(2020, 8, 21), "38/TB-BCĐ",
        [
            ("Huy động cán bộ xã tham gia đợt cao điểm đến hết tháng 9", "partner:UB-X05", new(2020, 9, 15), new(2020, 9, 10), "Báo cáo số 54/BC-UBND"),
            ("Xác minh nơi cư trú của người phải thi hành án vắng mặt", "partner:CA", new(2020, 9, 30), new(2020, 9, 29), "Công văn số 131/CAH"),
            ("Trả lời hiện trạng các thửa đất thuộc việc đang chỉ đạo", "partner:PTNMT", new(2020, 10, 30), null, ""),
            ("Bố trí lực lượng bảo vệ cưỡng chế giao nhà trong tháng 12/2020", "partner:CA", new(2020, 12, 4), null, ""),
        ]),
    ];

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        await using var asking = Work();
        var tree = await UnitTree.OfAsync(asking, ct);
        var largest = await (await asking.ConnectAsync(ct)).ListAsync(
            "SELECT l.code, m.credit_institution, m.corruption, l.decided_on FROM matter_list l JOIN matter m ON m.id = l.matter_id WHERE l.unit_id = @unit AND l.state BETWEEN 1 AND 6 ORDER BY l.remainder DESC, l.code LIMIT 6",
            r => (Code: r.GetString(0), Bank: r.GetInt32(1) != 0, Corruption: r.GetInt32(2) != 0, On: r.Day(3)), ct, ("unit", tree.UnitOf(FoundingDistrict.Unit)!.Value));
        var head = tree.OfficerName(tree.OfficerOf("LD02")!.Value, clock.Today);
        var first = await DoAsync(work => SetUpCommittee.RunAsync(
            new(FoundingDistrict.Unit, "Ban chỉ đạo thi hành án dân sự huyện Mẫu Năm", "1234/QĐ-UBND", new(2016, 3, 15), "Chủ tịch Ủy ban nhân dân huyện Mẫu Năm", new(2016, 3, 15)), work, ct));
        await DoAsync(work => AppointMember.RunAsync(new(first, CommitteePosition.Head, "Mẫu Văn Cũ", "Chủ tịch UBND huyện", "UBND", new(2016, 3, 15), "1234/QĐ-UBND"), work, ct));
        var committee = await DoAsync(work => SetUpCommittee.RunAsync(
            new(FoundingDistrict.Unit, "Ban chỉ đạo thi hành án dân sự huyện Mẫu Năm", "2105/QĐ-UBND", new(2018, 9, 10), "Chủ tịch Ủy ban nhân dân huyện Mẫu Năm", new(2018, 9, 10)), work, ct));
        var members = await AppointAsync(committee, head);
        await DoAsync(async work =>
        {
            await SetWorkingRules.RunAsync(new(committee, new(2018, 10, 1), 3, 3, WorkingRule.UsualQuorum, true, WorkingRule.UsualAgendaFrom, "Quy chế làm việc số 05/QC-BCĐ ngày 01/10/2018"), work, ct);
            return 0;
        });
        var meetings = new List<int>();
        foreach (var held in Held)
        {
            meetings.Add(await HoldAsync(committee, members, held));
        }

        var missed = await DoAsync(work => PlanMeeting.RunAsync(new(committee, 2020, 4, new(2020, 4, 17), "08:00", Place, members[0], new(2020, 3, 20)), work, ct));
        await DoAsync(async work =>
        {
            await PutOffMeeting.RunAsync(new(missed, null, "Dịch Covid-19: giãn cách xã hội theo Chỉ thị 16/CT-TTg, không họp đông người", On: new(2020, 4, 1)), work, ct);
            return 0;
        });
        var next = await DoAsync(work => PlanMeeting.RunAsync(new(committee, 2020, 10, new(2020, 12, 11), "08:00", Place, members[0], new(2020, 11, 5)), work, ct));
        await DirectAsync(committee, meetings);
        await DoAsync(async work =>
        {
            await KeepAgenda.RunAsync(new(next, 0, [new(0, "Kết quả đợt cao điểm và năm 2020; nhiệm vụ năm 2021", 30, head, "Báo cáo tổng kết năm 2020", null)]), work, ct);
            return 0;
        });
        await ProvinceAsync();

        async Task<List<int>> AppointAsync(int id, string standing)
        {
            (CommitteePosition Position, string Name, string Title, string? Partner)[] seats =
            [
                (CommitteePosition.Head, "Mẫu Văn Chủ", "Chủ tịch UBND huyện", "UBND"), (CommitteePosition.Standing, standing, "Chi cục trưởng Chi cục THADS", null), (CommitteePosition.Member, "Mẫu Văn An", "Phó Trưởng Công an huyện", "CA"),
                (CommitteePosition.Member, "Mẫu Thị Tài", "Trưởng phòng Tài chính – Kế hoạch", "PTC"), (CommitteePosition.Member, "Mẫu Văn Đất", "Trưởng phòng Tài nguyên và Môi trường", "PTNMT"),
                (CommitteePosition.Member, "Mẫu Thị Pháp", "Trưởng phòng Tư pháp", "PTP"), (CommitteePosition.Member, "Mẫu Văn Trận", "Chủ tịch Ủy ban MTTQ huyện", "MTTQ"),
                (CommitteePosition.Member, "Mẫu Thị Hiểm", "Giám đốc BHXH huyện", "BHXH"), (CommitteePosition.Secretary, "Mẫu Thị Ghi", "Thư ký Ban chỉ đạo", null),
            ];
            var ids = new List<int>();
            foreach (var (position, name, title, partner) in seats)
            {
                ids.Add(await DoAsync(work => AppointMember.RunAsync(new(id, position, name, title, partner, new(2018, 9, 10), "2105/QĐ-UBND"), work, ct)));
            }

            await DoAsync(work => AppointMember.RunAsync(new(id, CommitteePosition.Member, "Mẫu Thị Ruộng", "Trưởng phòng Tài nguyên và Môi trường", "PTNMT", new(2020, 2, 1), "215/QĐ-UBND", ids[4]), work, ct));
            await DoAsync(async work =>
            {
                await EndTerm.RunAsync(new(id, ids[7], new(2020, 9, 30), "Nghỉ hưu; chờ quyết định thay thế"), work, ct);
                return 0;
            });
            return ids;
        }

        async Task<int> HoldAsync(int id, List<int> chairs, (int Year, int Month, DateOnly Day, DateOnly Papers, string Notice, (string Text, string Owner, DateOnly Due, DateOnly? Done, string Proof)[] Conclusions) held)
        {
            var meeting = await DoAsync(work => PlanMeeting.RunAsync(new(id, held.Year, held.Month, held.Day, "08:00", Place, chairs[0], held.Papers.AddDays(-10)), work, ct));
            await using (var work = Work())
            {
                await KeepAgenda.RunAsync(new(meeting, 0, [new(0, "Kết quả thi hành án trong quý, khó khăn, vướng mắc", 30, head, "Báo cáo của Chi cục", null), new(0, "Việc lớn, phức tạp cần chỉ đạo", 40, head, null, null)]), work, ct);
            }

            var serving = (await AskAsync(work => CommitteeBook.OfAsync(work, ct))).Known(id).ServingOn(held.Day).Select(member => member.Id).ToList();
            await using (var work = Work())
            {
                await InviteToMeeting.RunAsync(new(meeting, serving, ["VKS"], [], held.Papers, InvitationChannel.Paper), work, ct);
            }

            await using (var work = Work())
            {
                await SendPapers.RunAsync(new(meeting, held.Papers, "Gửi kèm giấy mời"), work, ct);
            }

            await using (var work = Work())
            {
                await HoldMeeting.RunAsync(new(meeting, held.Day), work, ct);
            }

            var invited = (await AskAsync(work => ReadMeetings.FileAsync(meeting, work, ct))).Invited;
            await using (var work = Work())
            {
                await RecordAttendance.RunAsync(
                    new(meeting, [.. invited.Select((one, i) => (i + held.Month) % 9 == 5 ? new RecordAttendance.Line(one.Id, Attendance.Represented, "Phó Trưởng phòng")
                        : (i + held.Month) % 11 == 6 ? new(one.Id, Attendance.Absent, "Bận công tác") : new(one.Id, Attendance.Present, null))]), work, ct);
            }

            await using (var work = Work())
            {
                await WriteMinutes.RunAsync(
                    new(meeting, new Dictionary<int, string> { [1] = "Chi cục trưởng báo cáo kết quả trong quý; các thành viên trao đổi về việc xác minh, vận động.", [2] = "Ban chỉ đạo nghe tình hình các việc lớn và thống nhất biện pháp phối hợp." }), work, ct);
            }

            IReadOnlyList<long> tasks;
            await using (var work = Work())
            {
                tasks = await RecordConclusions.RunAsync(new(meeting, [.. held.Conclusions.Select(one => new RecordConclusions.Line(one.Text, Direction.OwnerChoices.Read(one.Owner), one.Due, one.Done is null && one.Owner == "partner:PTNMT" ? largest[0].Code : null))]), work, ct);
            }

            await using (var work = Work())
            {
                await IssueNotice.RunAsync(new(meeting, held.Notice, held.Day.AddDays(4), "Mẫu Văn Chủ"), work, ct);
            }

            foreach (var (task, conclusion) in tasks.Zip(held.Conclusions))
            {
                if (conclusion.Done is { } done)
                {
                    await using var work = Work();
                    await ReportTaskDone.RunAsync(new(task, done, conclusion.Proof, conclusion.Proof), work, ct);
                }
            }

            return meeting;
        }

        async Task DirectAsync(int id, List<int> held)
        {
            foreach (var (matter, i) in largest.Select((matter, i) => (matter, i)))
            {
                var at = Math.Max(Array.FindIndex(Held, meeting => meeting.Day > matter.On), 3 + i % 4);
                await DoAsync(work => DirectMatter.RunAsync(
                    new(id, matter.Code, Held[at].Day, matter.Bank ? "Số tiền lớn, tài sản thế chấp nhiều người sử dụng" : matter.Corruption ? "Án tham nhũng, kinh tế" : "Số tiền lớn, phức tạp, người phải thi hành án chống đối", held[at], null), work, ct));
            }
        }

        async Task ProvinceAsync()
        {
            foreach (var (code, kind, name) in new[] { ("T-UBND", PartnerKind.PeoplesCommittee, "Ủy ban nhân dân tỉnh Ví Dụ"), ("T-CA", PartnerKind.Police, "Công an tỉnh Ví Dụ"), ("T-STC", PartnerKind.Department, "Sở Tài chính tỉnh Ví Dụ"), ("T-STNMT", PartnerKind.Department, "Sở Tài nguyên và Môi trường tỉnh Ví Dụ") })
            {
                await DoAsync(work => KeepPartner.RunAsync(new(FoundingDistrict.Province, code, kind, name), work, ct));
            }

            var id = await DoAsync(work => SetUpCommittee.RunAsync(
                new(FoundingDistrict.Province, "Ban chỉ đạo thi hành án dân sự tỉnh Ví Dụ", "3301/QĐ-UBND", new(2019, 12, 20), "Chủ tịch Ủy ban nhân dân tỉnh Ví Dụ", new(2020, 1, 1)), work, ct));
            var chair = await DoAsync(work => AppointMember.RunAsync(new(id, CommitteePosition.Head, "Mẫu Văn Trưởng", "Phó Chủ tịch UBND tỉnh", "T-UBND", new(2020, 1, 1), "3301/QĐ-UBND"), work, ct));
            await DoAsync(work => AppointMember.RunAsync(new(id, CommitteePosition.Standing, "Mẫu Văn Tỉnh", "Cục trưởng Cục THADS", null, new(2020, 1, 1), "3301/QĐ-UBND"), work, ct));
            foreach (var (name, title, partner) in new[] { ("Mẫu Văn Bảo", "Phó Giám đốc Công an tỉnh", "T-CA"), ("Mẫu Thị Ngân", "Phó Giám đốc Sở Tài chính", "T-STC"), ("Mẫu Văn Địa", "Phó Giám đốc Sở Tài nguyên và Môi trường", "T-STNMT") })
            {
                await DoAsync(work => AppointMember.RunAsync(new(id, CommitteePosition.Member, name, title, partner, new(2020, 1, 1), "3301/QĐ-UBND"), work, ct));
            }

            await using (var work = Work())
            {
                await SetWorkingRules.RunAsync(new(id, new(2020, 1, 1), 6, 5, WorkingRule.UsualQuorum, true, 10_000_000_000, "Quy chế làm việc số 01/QC-BCĐ ngày 02/01/2020"), work, ct);
            }

            var meeting = await DoAsync(work => PlanMeeting.RunAsync(new(id, 2020, 1, new(2020, 6, 26), "14:00", "Phòng họp trực tuyến, UBND tỉnh Ví Dụ", chair, new(2020, 6, 10)), work, ct));
            await using (var work = Work())
            {
                await KeepAgenda.RunAsync(new(meeting, 0, [new(0, "Kết quả sáu tháng của các huyện; việc cần tỉnh chỉ đạo", 60, "Mẫu Văn Tỉnh", null, null)]), work, ct);
            }

            await using (var work = Work())
            {
                await HoldMeeting.RunAsync(new(meeting, new(2020, 6, 26)), work, ct);
            }

            IReadOnlyList<long> tasks;
            await using (var work = Work())
            {
                tasks = await RecordConclusions.RunAsync(new(meeting, [new("Hướng dẫn các huyện xử lý việc tồn lâu năm của tổ chức tín dụng", new(Unit: FoundingDistrict.Province), new(2020, 8, 31))]), work, ct);
            }

            await using (var work = Work())
            {
                await IssueNotice.RunAsync(new(meeting, "09/TB-BCĐ", new(2020, 6, 30), "Mẫu Văn Trưởng"), work, ct);
            }

            await using (var work = Work())
            {
                await ReportTaskDone.RunAsync(new(tasks[0], new(2020, 8, 25), "Hướng dẫn số 402/HD-CTHADS"), work, ct);
            }

            await DoAsync(work => PlanMeeting.RunAsync(new(id, 2020, 7, new(2020, 12, 18), "14:00", "Phòng họp trực tuyến, UBND tỉnh Ví Dụ", chair, new(2020, 11, 2)), work, ct));
        }

        async Task<int> DoAsync(Func<Work, Task<int>> act)
        {
            await using var work = Work();
            return await act(work);
        }

        async Task<T> AskAsync<T>(Func<Work, Task<T>> ask)
        {
            await using var work = Work();
            return await ask(work);
        }

        Work Work() => new(database, Person.Operator("mẫu"), clock);
    }
}
