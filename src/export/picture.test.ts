import { describe, expect, it } from 'vitest';
import { fileName } from './file-name';
import { pictureSize, svgDocument } from './picture';

const picture = {
  width: 400,
  height: 200,
  body: '<rect width="10" height="10"/>',
  title: 'Pudong leads & grows',
  subtitle: 'Inflow · ¥M · Jun 2026',
  notes: ['Filters: Branch: Pudong', 'Source: sample · as of 30 Jun 2026'],
  fontFamily: "Arial, 'Noto Sans'",
  colours: { background: 'white', text: 'black', quiet: 'gray' },
};

describe('svgDocument', () => {
  it('carries title, subtitle, chart, filters, source and as-of date', () => {
    const svg = svgDocument(picture);
    for (const part of ['Pudong leads &amp; grows', picture.subtitle, picture.body, ...picture.notes]) {
      expect(svg).toContain(part);
    }
  });

  it('refers to nothing outside itself', () => {
    expect(svgDocument(picture)).not.toMatch(/href|url\(|@import|class=/);
  });

  it('is tall enough for its notes', () => {
    expect(pictureSize(picture).height - pictureSize({ ...picture, notes: [] }).height).toBe(36);
  });
});

describe('fileName', () => {
  it('keeps letters of any script and joins words', () => {
    expect(fileName('浦东领先：+8% / “Q2”', 'csv')).toBe('浦东领先-8-Q2.csv');
  });

  it('is never empty', () => {
    expect(fileName('***', 'png')).toBe('clientele.png');
  });
});
