import ICAL from 'ical.js';

/** A calendar file as a calendar reads it. */
export function readCalendar(bytes: Uint8Array) {
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(bytes).toString('utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      location: event.location,
      description: event.description,
      status: component.getFirstPropertyValue('status'),
      organizer: event.organizer,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      zone: event.startDate.zone?.tzid,
    };
  });
  return { method: calendar.getFirstPropertyValue('method'), events };
}
